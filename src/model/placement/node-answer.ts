import type { PodTemplate } from '../pod-spec';
import { devicesOf, mayHaveDevice } from './devices';
import { costsOf } from './node-cost';
import { type Asking, fitOf } from './node-fit';
import { fits } from './node-offers';
import { nodeSelectionOf, type Requirement } from './node-selection';
import type { NodeSource } from './node-source';
import { bestOf, type Verdict, verdictOf } from './node-verdict';
import type { PoolAnswer } from './placement';
import type { Alternatives } from './source-types';
import { untolerated } from './tolerations';
import type { World } from './world';
import { zonesOfSource } from './zones';

/** What the nodes of a source say of the Pods: their labels, taints and devices, then their size. */
export function nodeAnswer(source: NodeSource, asking: Asking, world: World): PoolAnswer {
  const pool = source.name;
  const alternatives = nodeSelectionOf(asking.template);
  const labels = bestOf(alternatives.map((all) => verdictOf(all, source)));
  const against = whyNot(source, asking.template, alternatives, labels);
  if (against !== undefined) return { pool, verdict: 'no', reason: against, zones: [] };
  const zones = zonesOfSource(source, alternatives);
  const unsure = whyUnsure(source, alternatives, labels);
  const fit = fitOf(source, asking, alternatives, world);
  if (fit.verdict === 'no') return { pool, verdict: 'no', reason: fit.reason ?? '', zones: [] };
  const reason = unsure ?? fit.reason;
  const verdict = unsure === undefined ? fit.verdict : 'unknown';
  return {
    pool,
    verdict,
    ...(reason === undefined ? {} : { reason }),
    ...(fit.size === undefined ? {} : { size: fit.size }),
    zones,
    ...costsOf({ source, asking, alternatives, fit }, world),
  };
}

function whyNot(source: NodeSource, template: PodTemplate, alternatives: Alternatives, labels: Verdict) {
  if (labels === 'no') return `no ${unmetText(source, alternatives)}`;
  const [taint] = untolerated(source.taints, template);
  if (taint !== undefined) {
    const value = taint.value === '' ? '' : `=${taint.value}`;
    return `taint ${taint.key}${value}:${taint.effect}`;
  }
  const missing = devicesOf(template).find(({ accelerator }) => !mayHaveDevice(source, accelerator));
  return missing && `no ${missing.accelerator.resource}`;
}

/** What the nodes lack of the alternative that is nearest. */
function unmetText(source: NodeSource, alternatives: Alternatives): string {
  const unmet = alternatives
    .map((all) => all.filter((one) => fits(source.offer(one.key), one) === 'no'))
    .sort((a, b) => a.length - b.length)[0];
  return (unmet ?? []).map(requirementText).join(' and ');
}

/** `disk=ssd`, `kubernetes.io/arch NotIn (amd64)`. */
function requirementText({ key, operator, values }: Requirement): string {
  if (values.length === 0) return `${key} ${operator}`;
  return operator === 'In' && values.length === 1
    ? `${key}=${values.join('')}`
    : `${key} ${operator} (${values.join(', ')})`;
}

function whyUnsure(source: NodeSource, alternatives: Alternatives, labels: Verdict): string | undefined {
  if (source.isGuess) return 'no NodePool is rendered or declared';
  if (labels === 'unknown') {
    const unsaid = alternatives.flat().find((one) => fits(source.offer(one.key), one) === 'unknown');
    return `whether its nodes have ${unsaid === undefined ? 'the labels' : requirementText(unsaid)} is not known`;
  }
  if ('isStatic' in source.made) return 'it always has the same number of nodes';
  return undefined;
}
