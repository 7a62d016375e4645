import type { TopologySpreadConstraint } from '../../imports/k8s';
import type { Labels } from '../shared/labels';

/**
 * Pods spread over zones and nodes, as far as there is room: a full zone must not stop a rollout.
 * @param revisionLabel the label by which the controller tells rollouts apart, so that only Pods of one are counted
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export function topologySpread(selector: Labels, revisionLabel: string): TopologySpreadConstraint[] {
  return ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: { ...selector } },
    matchLabelKeys: [revisionLabel],
  }));
}
