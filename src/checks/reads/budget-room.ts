import { describeIdentity, identityKey } from '../../model/identity';
import { at } from '../../model/json';
import type { PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import { scaleTargetOf } from '../../model/scale-target';
import type { ObjectIndex } from '../engine/object-index';
import type { Tell } from '../engine/rule';

/** What a budget does that lets no Pod go. */
export const BLOCKED = 'Node upgrades fail with PodEvictionFailure, and nodes cannot be drained.';

/** Where each autoscaler says how few Pods there may be. */
const MINIMA = [
  ['autoscaling', 'HorizontalPodAutoscaler', 'minReplicas'],
  ['keda.sh', 'ScaledObject', 'minReplicaCount'],
] as const;

/** Whether a budget lets one Pod go while the workloads it selects run with the fewest Pods that they may have. */
export function judgeRoom(
  object: RenderedObject,
  selected: readonly PodTemplate[],
  index: ObjectIndex,
  tell: Tell,
): void {
  const replicas = selected.reduce((sum, template) => sum + fewestPods(template, index), 0);
  // Where nothing runs, nothing is in the way.
  if (replicas === 0) return;
  const unavailable = at(object.value, 'spec', 'maxUnavailable');
  const available = at(object.value, 'spec', 'minAvailable');
  // Kubernetes rounds percentages up, for both.
  const allowed = unavailable !== undefined ? podsOf(unavailable, replicas) : replicas - podsOf(available, replicas);
  if (allowed > 0) return;
  const field = unavailable !== undefined ? 'maxUnavailable' : 'minAvailable';
  const value = String(unavailable ?? available);
  const workloads = selected.map((template) => describeIdentity(template.owner)).join(', ');
  tell({
    path: ['spec', field],
    found: value,
    wanted: 'at least one Pod that may go',
    what: `it has ${field} ${value}, and ${workloads} may run with ${replicas} Pod${replicas === 1 ? '' : 's'}, so none may ever be evicted. ${BLOCKED}`,
    fix: 'set maxUnavailable: 1, or run more replicas.',
  });
}

function podsOf(value: unknown, replicas: number): number {
  if (typeof value === 'number') return value;
  const percent = /^(\d+)%$/.exec(String(value));
  return percent === null ? 0 : Math.ceil((Number(percent[1]) * replicas) / 100);
}

/** The fewest Pods a workload runs with while it runs: its replicas, or the minimum of its autoscaler. */
function fewestPods({ owner }: PodTemplate, index: ObjectIndex): number {
  if (owner.kind === 'DaemonSet') return Number.POSITIVE_INFINITY;
  const replicas = at(owner.value, 'spec', 'replicas');
  const least = autoscalerMinimum(owner, index);
  // An autoscaler leaves a workload alone that states 0.
  if (least !== undefined && replicas !== 0) return least;
  return typeof replicas === 'number' ? replicas : 1;
}

function autoscalerMinimum(owner: RenderedObject, index: ObjectIndex): number | undefined {
  for (const [group, kind, field] of MINIMA)
    for (const scaler of index.inNamespace(group, kind, owner.namespace)) {
      if (identityKey(scaleTargetOf(scaler)) !== identityKey(owner)) continue;
      const least = at(scaler.value, 'spec', field);
      return typeof least === 'number' ? Math.max(least, 1) : 1;
    }
  return undefined;
}
