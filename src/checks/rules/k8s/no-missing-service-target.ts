import { describeIdentity } from '../../../model/identity';
import { mapAt, textAt } from '../../../model/json';
import type { ObjectRule } from '../../engine/rule';
import { operatorPods } from '../../reads/operator-objects';

export const noMissingServiceTarget: ObjectRule = {
  id: 'k8s/no-missing-service-target',
  severity: 'error',
  summary: 'A Service’s selector matches the Pods of a workload in its namespace.',
  why: 'A Service whose selector matches no Pod has no endpoints. Callers are refused, and the sync is green.',
  see: ['https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service'],
  kinds: ['Service'],
  check(object, context, tell) {
    const { index } = context;
    const selector = mapAt(object.value, 'spec', 'selector');
    if (Object.keys(selector).length === 0 || textAt(object.value, 'spec', 'type') === 'ExternalName') return;
    if (index.selected(object.namespace ?? '', selector).length > 0) return;
    const shown = Object.entries(selector)
      .map(([key, value]) => `${key}=${String(value)}`)
      .join(',');
    const made = operatorPods(object.namespace ?? '', selector, context);
    if (made === 'made') return;
    if (made !== 'none') {
      tell({
        path: ['spec', 'selector'],
        found: shown,
        severity: 'unknown',
        what: `it selects ${shown}, which no Pod of namespace ${object.namespace} carries, unless Pods of ${describeIdentity(made.perhapsOf)} do: which labels those have is not known here.`,
        fix: 'compare the selector with the labels that its controller gives.',
      });
      return;
    }
    const workloads = index.templatesIn(object.namespace ?? '').map((template) => describeIdentity(template.owner));
    tell({
      path: ['spec', 'selector'],
      found: shown,
      what: `it selects ${shown}, which no Pod of namespace ${object.namespace} carries. It has no endpoints; callers are refused, and a load balancer answers 503.`,
      fix: `select the labels of a workload${workloads.length === 0 ? '; the namespace renders none' : `: ${workloads.slice(0, 5).join(', ')}`}.`,
    });
  },
};
