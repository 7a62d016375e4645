import {
  isAutoModeLabel,
  isSystemLabel,
  KARPENTER_AWS_LABELS,
  KARPENTER_LABELS,
  NODE_LABELS,
} from '../../knowledge/aws/node-labels';
import type { EksEnvironment } from '../../model/environment';
import { listed } from '../../model/lists';
import type { Requirement } from '../../model/placement/node-selection';
import type { NodeSource } from '../../model/placement/node-source';
import { untolerated } from '../../model/placement/tolerations';
import type { PodTemplate } from '../../model/pod-spec';
import { didYouMean } from '../../model/suggest';
import type { RuleFinding } from '../engine/rule';

export type NodeFinding = Pick<RuleFinding, 'path' | 'found' | 'what' | 'fix' | 'severity'>;

/** No nodes have what a Pod asks for. */
export function missing(one: Requirement, sources: readonly NodeSource[], environment: EksEnvironment): NodeFinding {
  const { path, key, values, operator } = one;
  const found = values.length === 0 ? operator : values.join(', ');
  const maker = makerOf(key, environment);
  if (maker !== undefined) {
    const what = `only nodes of ${maker.name} have the label ${key}, and this environment runs without it, so its Pods stay Pending.`;
    return { path, found, what, fix: `${maker.fix}, or select what the node groups have.` };
  }
  const offers = sources.map(({ offer }) => offer(key));
  const offered = [...new Set(offers.flatMap((offer) => (Array.isArray(offer) ? offer.map(String) : [])))];
  // Zones and sizes resemble each other, and say nothing about what was meant.
  const isName = key === NODE_LABELS.managedGroup || key === NODE_LABELS.pool || !isSystemLabel(key);
  const hint = isName && values.length === 1 ? didYouMean(found, offered) : '';
  const what = `${whatThereIs(
    one,
    offered,
    offers.some((offer) => typeof offer === 'object' && 'takes' in offer),
  )}, so its Pods stay Pending.${hint}`;
  return { path, found, what, fix: fixFor(environment) };
}

function whatThereIs(one: Requirement, offered: readonly string[], isOpen: boolean): string {
  if (isOpen) return `no node group and no NodePool allows what ${describe(one)} asks for`;
  if (offered.length === 0) return `no node that the settings name has the label ${one.key}`;
  return `nodes have ${one.key} ${offered.join(' or ')}, which is not what ${describe(one)} asks for`;
}

/** Whether there are such nodes depends on what nobody has said. */
export function unknown(one: Requirement, sources: readonly NodeSource[], environment: EksEnvironment): NodeFinding {
  const { path, operator, values } = one;
  const place = `environments/${environment.name}/environment.yaml`;
  const isPool = sources.some(({ isGuess, offer }) => isGuess && offer(one.key) === 'unknown');
  const why = isPool ? 'no NodePool is rendered, or declared' : 'no node group of the settings has the label';
  return {
    path,
    found: values.length === 0 ? operator : values.join(', '),
    what: `whether a node has what ${describe(one)} asks for is not known: ${why}. Without it, its Pods stay Pending.`,
    fix: isPool
      ? `render the NodePools, or declare them under \`external\` in ${place}.`
      : `add it to the \`labels\` of the node group that has it, under \`compute\` in ${place}.`,
    severity: 'unknown',
  };
}

/** All nodes that have what is asked for keep the Pods off. */
export function tainted(sources: readonly NodeSource[], template: PodTemplate): NodeFinding {
  const all = sources.map(({ name, taints }) => {
    const missing = untolerated(taints, template).map(
      ({ key, value, effect }) => `${key}${value === '' ? '' : `=${value}`}:${effect}`,
    );
    return `${name} has ${missing.join(' and ')}`;
  });
  return {
    path: [...template.path, 'spec', 'tolerations'],
    found: 'nothing for it',
    what: `the nodes that it may run on have taints that its Pods do not tolerate (${listed([...new Set(all)])}), so they stay Pending.`,
    fix: 'tolerate the taint: name the pool by `runOn`, or write `tolerations`; or let other nodes take the Pods.',
  };
}

function describe({ key, operator, values }: Requirement): string {
  if (values.length === 0) return `"${key} ${operator}"`;
  const text = operator === 'In' && values.length === 1 ? `=${values[0]}` : ` ${operator} (${values.join(', ')})`;
  return `"${key}${text}"`;
}

export function fixFor({ name, compute: { karpenter, autoMode } }: EksEnvironment): string {
  const place = `environments/${name}/environment.yaml`;
  if (!karpenter && !autoMode) return `select what nodes have, or correct \`compute\` in ${place}.`;
  return `select what nodes have, render the NodePool that makes them, or declare it under \`external\` in ${place}.`;
}

/** Who makes the nodes with such a label, where the environment runs without it. */
function makerOf(
  key: string,
  { compute: { karpenter, autoMode } }: EksEnvironment,
): { readonly name: string; readonly fix: string } | undefined {
  if (key.startsWith(KARPENTER_AWS_LABELS) && !karpenter) return KARPENTER;
  if (key.startsWith(KARPENTER_LABELS) && !karpenter && !autoMode) return KARPENTER;
  return isAutoModeLabel(key) && !autoMode ? AUTO_MODE : undefined;
}

const KARPENTER = { name: 'Karpenter', fix: 'set `compute.karpenter: true` where it runs' };
const AUTO_MODE = { name: 'EKS Auto Mode', fix: 'set `compute.autoMode: true` where it is on' };
