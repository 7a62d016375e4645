import type {
  Affinity,
  NodeSelectorRequirement,
  NodeSelectorTerm,
  PodResourceClaim,
  Toleration,
} from '../../imports/k8s';
import { ACCELERATORS } from '../../src/knowledge/aws/accelerators';
import { NODE_LABELS } from '../../src/knowledge/aws/node-labels';
import { BUILT_IN_POOLS } from '../../src/knowledge/karpenter/kinds';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import { capacityLabels, type NodeLabel } from './capacity';
import { podClaims } from './devices';
import { judgeRunOn } from './judge-run-on';
import type { PlacementContext } from './placement-context';
import { type AnyRunOn, anyRunOn, type PoolInput, type RunOn } from './run-on-props';

/** The properties of a Pod that say where it runs. */
export interface Placement {
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly Toleration[];
  readonly affinity?: Affinity;
  readonly resourceClaims?: readonly PodResourceClaim[];
}

/** What a workload says itself, and what `runOn` adds to it. */
export interface PlacedProps extends Placement {
  readonly runOn?: RunOn;
}

/** What is said by hand, and what `runOn` means in the environment, together. */
export function placementOf(props: PlacedProps, context: PlacementContext): Placement {
  if (props.runOn === undefined) return {};
  const runOn = anyRunOn(props.runOn);
  judgeRunOn(runOn, context);
  const labels = labelsOf(runOn, context.environment);
  const alternatives = context.environment.platform === 'eks' ? capacityLabels(runOn, context.environment) : [];
  const [only] = alternatives;
  const certain = alternatives.length === 1 && only !== undefined ? [...labels, only] : labels;
  const single = certain.filter(({ values }) => values.length === 1);
  const many = certain.filter(({ values }) => values.length > 1).map(expression);
  const terms = alternatives.length > 1 ? alternatives.map((one) => [expression(one), ...many]) : [many];
  return defined({
    nodeSelector: selectorOf(single, props, context.problems),
    tolerations: tolerationsOf(runOn, props),
    affinity: affinityOf(terms, props.affinity),
    resourceClaims: runOn.deviceClaims && [...(props.resourceClaims ?? []), ...podClaims(runOn.deviceClaims)],
  });
}

function labelsOf(runOn: AnyRunOn, environment: Environment): readonly NodeLabel[] {
  const { architecture, pool, nodeGroup, zones = [], hybrid } = runOn;
  const everywhere = { [NODE_LABELS.architecture]: architecture };
  const ofEks = {
    [NODE_LABELS.pool]: pool === undefined ? undefined : nameOf(pool),
    [NODE_LABELS.managedGroup]: nodeGroup,
    [NODE_LABELS.computeType]: hybrid ? 'hybrid' : undefined,
  };
  const isEks = environment.platform === 'eks';
  const given = Object.entries(isEks ? { ...everywhere, ...ofEks } : everywhere);
  return [
    ...given.flatMap(([key, value]) => (value === undefined ? [] : [{ key, values: [value] }])),
    ...(isEks && zones.length > 0 ? [{ key: NODE_LABELS.zone, values: zones }] : []),
  ];
}

const nameOf = (pool: PoolInput) => (typeof pool === 'string' ? pool : pool.name);

function expression({ key, values }: NodeLabel): NodeSelectorRequirement {
  return { key, operator: 'In', values: [...values] };
}

function selectorOf(labels: readonly NodeLabel[], { nodeSelector = {} }: Placement, problems: Problems) {
  const selector = Object.fromEntries(
    labels.flatMap(({ key, values: [value] }) => (value === undefined ? [] : [[key, value]])),
  );
  for (const [key, value] of Object.entries(selector)) {
    const own = nodeSelector[key];
    problems.unless(
      own === undefined || own === value,
      `nodeSelector asks for ${key}=${own} and runOn for ${value}; no node has both, so the Pods stay Pending.`,
      'leave one of them out.',
    );
  }
  const all = { ...nodeSelector, ...selector };
  return Object.keys(all).length === 0 ? undefined : all;
}

function tolerationsOf({ pool, gpu }: AnyRunOn, { tolerations = [] }: Placement): readonly Toleration[] | undefined {
  const devices: readonly Toleration[] =
    gpu === undefined ? [] : [{ key: ACCELERATORS[gpu.kind].taint, operator: 'Exists' }];
  const all = [...tolerations, ...taintsOf(pool), ...devices];
  const distinct = new Map(all.map((one) => [JSON.stringify([one.key, one.operator, one.effect, one.value]), one]));
  return distinct.size === 0 ? undefined : [...distinct.values()];
}

/** Those of a pool that is known: a construct, or one of EKS's own. */
function taintsOf(pool: PoolInput | undefined): readonly Toleration[] {
  if (pool === undefined) return [];
  const taints =
    typeof pool === 'string' ? (BUILT_IN_POOLS.find(({ name }) => name === pool)?.taints ?? []) : pool.taints;
  return taints.map((taint) => {
    const value = 'value' in taint ? taint.value : undefined;
    return { key: taint.key, ...(value === undefined ? { operator: 'Exists' } : { value }), effect: taint.effect };
  });
}

/** Each of the terms that are there, which are alternatives, with each of ours. */
function affinityOf(ours: readonly NodeSelectorRequirement[][], affinity: Affinity | undefined): Affinity | undefined {
  if (ours.every((term) => term.length === 0)) return affinity;
  const own: readonly NodeSelectorTerm[] = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
    ?.nodeSelectorTerms ?? [{}];
  const nodeSelectorTerms = own.flatMap((term) =>
    ours.map((expressions) => ({ ...term, matchExpressions: [...(term.matchExpressions ?? []), ...expressions] })),
  );
  const required = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } };
  return { ...affinity, nodeAffinity: { ...affinity?.nodeAffinity, ...required } };
}
