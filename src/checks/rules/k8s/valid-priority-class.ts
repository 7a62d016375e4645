import { HIGHEST_PRIORITY, SYSTEM_PRIORITIES, SYSTEM_PRIORITY_PREFIX } from '../../../knowledge/kubernetes/priorities';
import { at } from '../../../model/json';
import type { ObjectRule } from '../../engine/rule';

export const validPriorityClass: ObjectRule = {
  id: 'k8s/valid-priority-class',
  severity: 'error',
  summary: 'A PriorityClass keeps below the classes of Kubernetes itself, and one at most is the default.',
  why: 'The server keeps the highest values and the names that begin with system- for Kubernetes’ own Pods, and takes one default class for the cluster.',
  see: ['https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#priorityclass'],
  kinds: ['scheduling.k8s.io/PriorityClass'],
  check(object, { index }, tell) {
    if (SYSTEM_PRIORITIES.includes(object.name)) return;
    const defaults = index
      .ofKind('scheduling.k8s.io', 'PriorityClass')
      .filter(({ value }) => at(value, 'globalDefault') === true);
    const value = at(object.value, 'value');
    if (object.name.startsWith(SYSTEM_PRIORITY_PREFIX))
      tell({
        path: ['metadata', 'name'],
        found: object.name,
        what: 'names that begin with `system-` are those of Kubernetes itself; the server refuses the class.',
        fix: 'rename it.',
      });
    if (typeof value === 'number' && value > HIGHEST_PRIORITY)
      tell({
        path: ['value'],
        found: String(value),
        wanted: `at most ${HIGHEST_PRIORITY}`,
        what: `its value is ${value}; what is above ${HIGHEST_PRIORITY} is kept for the Pods of Kubernetes itself, and the server refuses the class.`,
        fix: 'lower it.',
      });
    const first = defaults[0];
    if (first === undefined || first === object || !defaults.includes(object)) return;
    tell({
      path: ['globalDefault'],
      found: 'true',
      what: `${first.name} is the default of the cluster already; the server refuses a second.`,
      fix: 'set `globalDefault: false` on one of them.',
    });
  },
};
