import { describeIdentity } from '../../../model/identity';
import { at, mapAt } from '../../../model/json';
import type { PodTemplate } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import { matchesSelector, type ObjectIndex } from '../../engine/object-index';
import type { ObjectRule, Tell } from '../../engine/rule';
import { BLOCKED, judgeRoom } from '../../reads/budget-room';
import { operatorPods } from '../../reads/operator-objects';
import { isZero, judgeShare } from '../../reads/percent';

export const validDisruptionBudget: ObjectRule = {
  id: 'k8s/valid-disruption-budget',
  severity: 'error',
  summary:
    'A disruption budget has one bound, protects Pods that exist and have no other, and leaves room for one to be evicted.',
  why: 'A budget that lets no Pod go blocks every drain, and node upgrades fail with PodEvictionFailure. A budget that selects no Pod protects nothing.',
  see: [
    'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html',
  ],
  kinds: ['policy/PodDisruptionBudget'],
  check(object, context, tell) {
    const { index } = context;
    if (!isReadable(object, tell) || neverLetsGo(object, tell)) return;
    const selector = at(object.value, 'spec', 'selector');
    const selected = index.templatesIn(object.namespace ?? '').filter((template) => protects(object, template));
    if (selected.length === 0) {
      const labels = mapAt(selector, 'matchLabels');
      const made = selector === undefined ? 'none' : operatorPods(object.namespace ?? '', labels, context);
      if (made === 'made') return;
      if (made !== 'none') {
        tell({
          path: ['spec', 'selector'],
          what: `it selects no Pod of its namespace, unless Pods of ${describeIdentity(made.perhapsOf)} are meant: which labels those have is not known here.`,
          fix: 'compare the selector with the labels that its controller gives.',
          severity: 'unknown',
        });
        return;
      }
      tell({
        path: ['spec', 'selector'],
        what: `it ${selector === undefined ? 'has no selector, which selects no Pod' : 'selects no Pod of its namespace'}, so it protects nothing.`,
        fix: `select the labels of a workload${selector === undefined ? '; an empty selector selects all Pods of the namespace' : ''}.`,
        severity: 'warning',
      });
      return;
    }
    judgeRivals(object, selected, index, tell);
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

/** A budget without a selector selects nothing, and one with an empty selector all Pods of its namespace. */
function protects(budget: RenderedObject, template: PodTemplate): boolean {
  const selector = at(budget.value, 'spec', 'selector');
  return selector !== undefined && matchesSelector(selector, template.labels);
}

/**
 * The server evicts no Pod that two budgets select.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/registry/core/pod/storage/eviction.go
 */
function judgeRivals(object: RenderedObject, selected: readonly PodTemplate[], index: ObjectIndex, tell: Tell): void {
  for (const rival of index.inNamespace('policy', 'PodDisruptionBudget', object.namespace)) {
    const shared = rival === object ? undefined : selected.find((template) => protects(rival, template));
    if (shared === undefined) continue;
    tell({
      path: ['spec', 'selector'],
      found: describeIdentity(rival),
      what: `${describeIdentity(rival)} selects the Pods of ${describeIdentity(shared.owner)} too, and the server evicts no Pod that two budgets select. ${BLOCKED}`,
      fix: 'keep one budget for each Pod.',
    });
    return;
  }
}
