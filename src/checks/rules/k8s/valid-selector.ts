import { describeIdentity } from '../../../model/identity';
import { at, type FieldPath, type JsonValue, listAt, mapAt } from '../../../model/json';
import { podTemplateOf } from '../../../model/pod-spec';
import { matchesSelector } from '../../engine/object-index';
import type { ObjectRule } from '../../engine/rule';
import { judgeSelector } from './valid-label-selector';

export const validSelector: ObjectRule = {
  id: 'k8s/valid-selector',
  severity: 'error',
  summary: 'The selector of a workload matches its own Pod template, and no other workload’s.',
  why: 'The server refuses a workload that does not select its own Pods. Two workloads that select the same Pods take each other’s, and scale up and down without end.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector'],
  kinds: ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'apps/ReplicaSet'],
  check(object, { index }, tell) {
    const template = podTemplateOf(object);
    const selector = at(object.value, 'spec', 'selector');
    if (template === undefined || selector === undefined) return;
    if (!isReadable(selector)) return;
    if (!matchesSelector(selector, template.labels)) {
      tell({
        path: ['spec', 'selector'],
        what: 'it does not select its own Pods; the server refuses it.',
        fix: 'repeat the selector’s labels in the template.',
      });
      return;
    }
    for (const other of index.selected(object.namespace ?? '', mapAt(selector, 'matchLabels'))) {
      if (other.owner === object || other.owner.kind !== object.kind) continue;
      if (!matchesSelector(selector, other.labels)) continue;
      tell({
        path: ['spec', 'selector'],
        what: `it also selects the Pods of ${describeIdentity(other.owner)}, and the two would fight over them.`,
        fix: 'add a label that only this workload has.',
      });
    }
  },
};

const NOWHERE: FieldPath = [];
const OPERATORS = new Set<unknown>(['In', 'NotIn', 'Exists', 'DoesNotExist']);

/** A selector that the server refuses is the finding of k8s/valid-label-selector; an unknown operator is the schema's. */
function isReadable(selector: JsonValue): boolean {
  let readable = listAt(selector, 'matchExpressions').every((one) => OPERATORS.has(at(one, 'operator')));
  judgeSelector(selector, NOWHERE, () => {
    readable = false;
  });
  return readable;
}
