import { describeIdentity } from '../../../model/identity';
import { at, mapAt, textAt } from '../../../model/json';
import type { PodTemplate } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import { tellOf } from '../../engine/fault';
import { matchesSelector, type ObjectIndex } from '../../engine/object-index';
import type { Report, Rule } from '../../engine/rule';
import { judgeShare } from '../../reads/percent';

/** A budget that lets no Pod go blocks every drain: node upgrades fail with PodEvictionFailure. */
export const validDisruptionBudget: Rule = {
  id: 'k8s/valid-disruption-budget',
  severity: 'error',
  summary: 'A disruption budget has one bound, protects Pods that exist, and leaves room for one to be evicted.',
  see: 'Kubernetes: specifying a disruption budget; EKS managed node group update errors',
  check({ index, judgedOf }, report) {
    for (const object of judgedOf('PodDisruptionBudget')) {
      if (!isReadable(object, report)) continue;
      const selector = at(object.value, 'spec', 'selector');
      const selected = index
        .templatesIn(object.namespace ?? '')
        .filter((template) => matchesSelector(selector, template.labels));
      if (selected.length === 0) {
        report({
          object,
          path: ['spec', 'selector'],
          message: `${describeIdentity(object)} selects no Pod of its namespace, so it protects nothing.`,
          fix: 'select the labels of a workload.',
          severity: 'warning',
        });
        continue;
      }
      blockingProblem(object, selected, index, report);
    }
  },
};

/** What the server refuses is said alone: nobody knows what it would have meant. */
function isReadable(object: RenderedObject, report: Report): boolean {
  const tell = tellOf(object, report);
  const { minAvailable, maxUnavailable } = mapAt(object.value, 'spec');
  const both = (minAvailable ?? undefined) !== undefined && (maxUnavailable ?? undefined) !== undefined;
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

function blockingProblem(
  object: RenderedObject,
  selected: readonly PodTemplate[],
  index: ObjectIndex,
  report: Report,
): void {
  const replicas = selected.reduce((sum, template) => sum + fewestPods(template, index), 0);
  const unavailable = at(object.value, 'spec', 'maxUnavailable');
  const available = at(object.value, 'spec', 'minAvailable');
  // Kubernetes rounds percentages up, for both.
  const allowed =
    unavailable !== undefined ? podsOf(unavailable, replicas) : replicas - podsOf(available ?? 1, replicas);
  if (allowed > 0) return;
  const field = unavailable !== undefined ? 'maxUnavailable' : 'minAvailable';
  const value = String(unavailable ?? available);
  const workloads = selected.map((template) => describeIdentity(template.owner)).join(', ');
  report({
    object,
    path: ['spec', field],
    found: value,
    wanted: 'at least one Pod that may go',
    message: `${describeIdentity(object)} has ${field} ${value}, and ${workloads} may run with ${replicas} Pod${replicas === 1 ? '' : 's'}: none may ever be evicted. Node upgrades fail with PodEvictionFailure, nodes cannot be drained.`,
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
