import { toJson_DeploymentStrategy, toJson_TopologySpreadConstraint } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { at, type JsonObject } from '../../src/model/json';
import { historyLimit, strategyOf } from '../workload/deployment';
import { topologySpread } from '../workload/topology-spread';
import type { HardenedInput } from './hardened-input';
import { judgeBoth, merged } from './hardened-pod';
import type { HardenedProps } from './hardened-props';
import type { PlusKind } from './plus-workload';

const ROLLED: readonly PlusKind[] = ['Deployment', 'StatefulSet', 'DaemonSet'];
const SCALED: readonly PlusKind[] = ['Deployment', 'StatefulSet'];
const SERVED: readonly PlusKind[] = ['Deployment'];

/** Properties that not all kinds have. */
const KINDS: Readonly<Partial<Record<keyof HardenedProps, readonly PlusKind[]>>> = {
  spread: SCALED,
  replicas: SCALED,
  disruptionBudget: SCALED,
  revisionHistoryLimit: ROLLED,
  strategy: SERVED,
  readiness: SERVED,
  preStopSeconds: SERVED,
};

/** The spec of a workload: how many Pods run, and how they are replaced. */
export function hardenedRollout(spec: JsonObject, input: HardenedInput): JsonObject {
  const { kind, props, selector } = input;
  if (!ROLLED.includes(kind)) return spec;
  const { replicas: _, strategy, revisionHistoryLimit, ...others } = spec;
  const ours = defined({
    selector: { matchLabels: { ...selector } },
    revisionHistoryLimit: limitOf(revisionHistoryLimit, input),
    replicas: replicasOf(spec, input),
    strategy:
      isKubernetesOwn(strategy) && props.strategy !== 'none'
        ? toJson_DeploymentStrategy(strategyOf(undefined))
        : strategy,
  });
  return merged(ours, others);
}

/** Kubernetes keeps 10, which a newer cdk8s-plus writes. */
function limitOf(said: unknown, { props, problems }: HardenedInput): unknown {
  if (said === undefined || said === 10) return historyLimit(props.revisionHistoryLimit) ?? said;
  judgeBoth('revisionHistoryLimit', props.revisionHistoryLimit, said, problems);
  return said;
}

/** cdk8s-plus writes what Kubernetes has where it is told nothing. */
function isKubernetesOwn(strategy: unknown): boolean {
  const update = at(strategy, 'rollingUpdate');
  return at(update, 'maxSurge') === '25%' && at(update, 'maxUnavailable') === '25%';
}

/** An autoscaler of cdk8s-plus writes none. */
function replicasOf(spec: JsonObject, { kind, props, replicas, environment }: HardenedInput): unknown {
  if (props.replicas === 'external' || spec['replicas'] === undefined) return undefined;
  return kind === 'Deployment' && replicas === undefined ? environment.minReplicas : spec['replicas'];
}

/** Where an autoscaler sets the number, two Pods or more can run. */
export function spreadOf(spec: JsonObject, pod: JsonObject, input: HardenedInput): readonly unknown[] | undefined {
  const { kind, props, selector, fargate } = input;
  if (!SCALED.includes(kind)) return undefined;
  const isApart = at(pod, 'affinity', 'podAntiAffinity') !== undefined;
  const isWanted = spec['replicas'] !== 0 && spec['replicas'] !== 1 && !fargate && !isApart;
  const revision = kind === 'Deployment' ? 'pod-template-hash' : 'controller-revision-hash';
  return topologySpread(props.spread, isWanted, selector, revision)?.map(toJson_TopologySpreadConstraint);
}

/** Whether a budget is made: for what can run twice. */
export function needsBudget(kind: PlusKind, props: HardenedProps, most: number): boolean {
  return SCALED.includes(kind) && (props.disruptionBudget === undefined ? most > 1 : props.disruptionBudget !== false);
}

/** Properties that are given and mean nothing for a kind. */
export function unfitting(kind: PlusKind, props: HardenedProps): readonly (readonly [string, readonly PlusKind[]])[] {
  return Object.entries(KINDS).filter(
    ([name, kinds]) => props[name as keyof HardenedProps] !== undefined && !kinds.includes(kind),
  );
}
