import { describeIdentity } from '../../../model/identity';
import { at, mapAt, textAt } from '../../../model/json';
import type { PodTemplate } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import { matchesSelector, type ObjectIndex } from '../../engine/object-index';
import type { ObjectRule, Tell } from '../../engine/rule';
import { isZero, judgeShare } from '../../reads/percent';

const BLOCKED = 'Node upgrades fail with PodEvictionFailure, and nodes cannot be drained.';

export const validDisruptionBudget: ObjectRule = {
  id: 'k8s/valid-disruption-budget',
  severity: 'error',
  summary: 'A disruption budget has one bound, protects Pods that exist, and leaves room for one to be evicted.',
  why: 'A budget that lets no Pod go blocks every drain, and node upgrades fail with PodEvictionFailure. A budget that selects no Pod protects nothing.',
  see: [
    'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html',
  ],
  kinds: ['policy/PodDisruptionBudget'],
  check(object, { index }, tell) {
    if (!isReadable(object, tell) || neverLetsGo(object, tell)) return;
    const selector = at(object.value, 'spec', 'selector');
    const selected = index
      .templatesIn(object.namespace ?? '')
      .filter((template) => matchesSelector(selector, template.labels));
    if (selected.length === 0) {
      tell({
        path: ['spec', 'selector'],
        what: `it selects no Pod of its namespace, so it protects nothing.`,
        fix: 'select the labels of a workload.',
        severity: 'warning',
      });
      return;
    }
    judgeRoom(object, selected, index, tell);
  },
};

/** What the server refuses is said alone: nobody knows what it would have meant. */
function isReadable(object: RenderedObject, tell: Tell): boolean {
  const { minAvailable, maxUnavailable } = mapAt(object.value, 'spec');
  const both = minAvailable !== undefined && maxUnavailable !== undefined;
  if (both)
    tell({
      path: ['spec'],
      found: 'minAvailable and maxUnavailable',
      wanted: 'one of them',
      what: 'it says how many Pods must stay and how many may go; the server takes one of them.',
      fix: 'keep `maxUnavailable`.',
    });
  const sound = [
    judgeShare(minAvailable, ['spec', 'minAvailable'], tell),
    judgeShare(maxUnavailable, ['spec', 'maxUnavailable'], tell),
  ];
  return !both && sound.every(Boolean);
}

/** A bound that lets no Pod go, however many there are; then how many there are does not matter. */
function neverLetsGo(object: RenderedObject, tell: Tell): boolean {
  const { minAvailable, maxUnavailable } = mapAt(object.value, 'spec');
  if (minAvailable === undefined && maxUnavailable === undefined) {
    tell({
      path: ['spec'],
      found: 'neither minAvailable nor maxUnavailable',
      wanted: 'one of them',
      what: `it has no bound, which the server takes, and then no Pod may ever be evicted. ${BLOCKED}`,
      fix: 'set maxUnavailable: 1.',
    });
    return true;
  }
  const none = maxUnavailable !== undefined && isZero(maxUnavailable);
  if (!none && minAvailable !== '100%') return false;
  const [field, value] = none ? ['maxUnavailable', maxUnavailable] : ['minAvailable', minAvailable];
  tell({
    path: ['spec', field as string],
    found: String(value),
    wanted: 'at least one Pod that may go',
    what: `it has ${field} ${String(value)}, so none of its Pods may ever be evicted, however many there are. ${BLOCKED}`,
    fix: 'set maxUnavailable: 1.',
  });
  return true;
}

function judgeRoom(object: RenderedObject, selected: readonly PodTemplate[], index: ObjectIndex, tell: Tell): void {
  const replicas = selected.reduce((sum, template) => sum + fewestPods(template, index), 0);
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

/** The fewest Pods a workload runs with: its replicas, or its autoscaler's minimum. */
function fewestPods({ owner }: PodTemplate, index: ObjectIndex): number {
  const scaler = index.inNamespace('autoscaling', 'HorizontalPodAutoscaler', owner.namespace).find((one) => {
    const target = mapAt(one.value, 'spec', 'scaleTargetRef');
    return textAt(target, 'name') === owner.name && textAt(target, 'kind') === owner.kind;
  });
  const count =
    scaler === undefined ? at(owner.value, 'spec', 'replicas') : (at(scaler.value, 'spec', 'minReplicas') ?? 1);
  if (owner.kind === 'DaemonSet') return Number.POSITIVE_INFINITY;
  return typeof count === 'number' ? count : 1;
}
