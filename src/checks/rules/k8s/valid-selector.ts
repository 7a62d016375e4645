import { describeIdentity } from '../../../model/identity';
import { at, type JsonValue, listAt, mapAt } from '../../../model/json';
import { podTemplateOf } from '../../../model/pod-spec';
import type { Path } from '../../engine/fault';
import { matchesSelector } from '../../engine/object-index';
import type { Rule } from '../../engine/rule';
import { selectorFaults } from './valid-label-selector';

const CONTROLLERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'] as const;

/** A workload's selector matches its own Pods, and nobody else's. */
export const validSelector: Rule = {
  id: 'k8s/valid-selector',
  severity: 'error',
  summary: 'The selector of a workload matches its own Pod template, and no other workload’s.',
  see: 'Kubernetes: Deployment, selector',
  check({ index, judgedOf }, report) {
    for (const object of judgedOf(...CONTROLLERS)) {
      if (object.group !== 'apps') continue;
      const template = podTemplateOf(object);
      const selector = at(object.value, 'spec', 'selector');
      if (template === undefined || selector === undefined) continue;
      if (!isReadable(selector)) continue;
      if (!matchesSelector(selector, template.labels)) {
        report({
          object,
          path: ['spec', 'selector'],
          message: `${describeIdentity(object)} does not select its own Pods; the server refuses it.`,
          fix: 'repeat the selector’s labels in the template.',
        });
        continue;
      }
      for (const other of index.selected(object.namespace ?? '', mapAt(selector, 'matchLabels'))) {
        if (other.owner === object || other.owner.kind !== object.kind) continue;
        if (!matchesSelector(selector, other.labels)) continue;
        report({
          object,
          path: ['spec', 'selector'],
          message: `${describeIdentity(object)} also selects the Pods of ${describeIdentity(other.owner)}: the two would fight over them.`,
          fix: 'add a label that only this workload has.',
        });
      }
    }
  },
};

const NOWHERE: Path = [];
const OPERATORS = new Set<unknown>(['In', 'NotIn', 'Exists', 'DoesNotExist']);

/** What no server reads is the finding of k8s/valid-label-selector, and an operator that is none the schema's. */
function isReadable(selector: JsonValue): boolean {
  let readable = listAt(selector, 'matchExpressions').every((one) => OPERATORS.has(at(one, 'operator')));
  selectorFaults(selector, NOWHERE, () => {
    readable = false;
  });
  return readable;
}
