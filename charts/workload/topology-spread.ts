import type { TopologySpreadConstraint } from '../../imports/k8s';
import type { Labels } from './labels';

/**
 * Pods of one rollout spread over zones and nodes, as far as there is room: a full zone must not stop a rollout.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export function topologySpread(selector: Labels): TopologySpreadConstraint[] {
  return ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: { ...selector } },
    matchLabelKeys: ['pod-template-hash'],
  }));
}
