import { fargateProfileFor } from '../../../knowledge/aws/fargate';
import type { EksEnvironment } from '../../../model/environment';
import { fieldPath } from '../../../model/json';
import { fits } from '../../../model/placement/node-offers';
import { asksForHybrid, nodeSelectionOf, type Requirement } from '../../../model/placement/node-selection';
import type { NodeSource } from '../../../model/placement/node-source';
import { nodeSourcesOf } from '../../../model/placement/node-sources';
import { verdictOf } from '../../../model/placement/node-verdict';
import { untolerated } from '../../../model/placement/tolerations';
import type { PodTemplate } from '../../../model/pod-spec';
import type { PodRule } from '../../engine/rule';
import { fixFor, missing, type NodeFinding, tainted, unknown } from '../../reads/node-words';

export const noMissingNode: PodRule = {
  id: 'eks/no-missing-node',
  severity: 'error',
  summary: 'The nodes that Pods ask for are among those that the settings name and NodePools make.',
  why: 'A Pod that selects a label, a zone or an instance type that no node has, or does not tolerate the taints of those that have it, stays Pending, and nothing else says so. The settings name the node groups and say whether Karpenter or Auto Mode makes nodes; NodePools say which.',
  see: [
    'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/',
    'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html',
    'https://karpenter.sh/docs/concepts/scheduling/',
  ],
  checkPod(template, { environment, index }, tell) {
    // A DaemonSet follows the nodes that there are.
    if (environment.platform !== 'eks' || template.owner.kind === 'DaemonSet') return;
    const sources = nodeSourcesOf(environment, index);
    if (sources.length === 0) return;
    const alternatives = nodeSelectionOf(template);
    const isFree = alternatives.every((one) => one.length === 0);
    if (isFree && sources.some(({ taints }) => taints.length === 0)) return;
    const { fargateProfiles } = environment.compute;
    if (fargateProfileFor(fargateProfiles, template.owner.namespace ?? '', template.labels) !== undefined) return;
    if (asksForHybrid(alternatives)) return;
    for (const told of judged(alternatives, sources, template, environment)) tell(told);
  },
};

type Alternatives = readonly (readonly Requirement[])[];

/** Nothing where some nodes have all that one of the alternatives asks for, and take the Pods. */
function judged(
  alternatives: Alternatives,
  sources: readonly NodeSource[],
  template: PodTemplate,
  environment: EksEnvironment,
): readonly NodeFinding[] {
  const verdicts = alternatives.flatMap((all) =>
    sources.map((source) => ({ source, verdict: verdictOf(all, source) })),
  );
  const fitting = verdicts.filter(({ verdict }) => verdict === 'yes').map(({ source }) => source);
  const closed = fitting.filter(({ taints }) => untolerated(taints, template).length > 0);
  if (closed.length < fitting.length) return [];
  if (verdicts.some(({ verdict }) => verdict === 'unknown'))
    return unknownOf(alternatives, sources, template, environment);
  if (closed.length > 0) return [tainted(closed, template)];
  const told = unmet(alternatives, sources).map((one) => missing(one, sources, environment));
  if (told.length > 0) return told;
  const what = 'no nodes that the settings name have all the labels that it selects, so its Pods stay Pending.';
  return [{ path: [...template.path, 'spec'], what, fix: fixFor(environment) }];
}

function unknownOf(
  alternatives: Alternatives,
  sources: readonly NodeSource[],
  template: PodTemplate,
  environment: EksEnvironment,
): readonly NodeFinding[] {
  const told = unmet(alternatives, sources).map((one) => unknown(one, sources, environment));
  if (told.length > 0) return told;
  const what =
    'whether some nodes have all the labels that it selects is not known. Without them, its Pods stay Pending.';
  return [{ path: [...template.path, 'spec'], what, fix: fixFor(environment), severity: 'unknown' }];
}

/** What no nodes have for certain. */
function unmet(alternatives: Alternatives, sources: readonly NodeSource[]): readonly Requirement[] {
  const requirements = new Map(alternatives.flat().map((one) => [fieldPath(one.path), one]));
  return [...requirements.values()].filter((one) => sources.every(({ offer }) => fits(offer(one.key), one) !== 'yes'));
}
