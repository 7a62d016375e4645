import type { TopologySpreadConstraint } from '../../imports/k8s';
import type { Labels } from '../shared/labels';

/** Whether Pods are spread over zones and nodes as far as there is room, or how, as Kubernetes writes it. */
export type SpreadInput = boolean | readonly TopologySpreadConstraint[];

/**
 * Pods spread over zones and nodes, as far as there is room: a full zone must not stop a rollout.
 * @param isWanted where the properties do not say
 * @param revisionLabel the label by which the controller tells rollouts apart, so that only Pods of one are counted
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export function topologySpread(
  input: SpreadInput | undefined,
  isWanted: boolean,
  selector: Labels,
  revisionLabel: string,
): TopologySpreadConstraint[] | undefined {
  if (typeof input === 'object') return [...input];
  if (!(input ?? isWanted)) return undefined;
  return ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: { ...selector } },
    matchLabelKeys: [revisionLabel],
  }));
}
