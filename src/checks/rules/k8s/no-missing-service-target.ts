import { describeIdentity } from '../../../model/identity';
import { mapAt, textAt } from '../../../model/json';
import type { Rule } from '../../engine/rule';

/** A Service whose selector matches no Pod answers nobody. */
export const noMissingServiceTarget: Rule = {
  id: 'k8s/no-missing-service-target',
  severity: 'error',
  summary: 'A Service’s selector matches the Pods of a workload in its namespace.',
  see: 'Kubernetes: Service, selectors',
  check({ index, judgedOf }, report) {
    for (const object of judgedOf('Service')) {
      if (object.group !== '') continue;
      const selector = mapAt(object.value, 'spec', 'selector');
      if (Object.keys(selector).length === 0 || textAt(object.value, 'spec', 'type') === 'ExternalName') continue;
      if (index.selected(object.namespace ?? '', selector).length > 0) continue;
      const shown = Object.entries(selector)
        .map(([key, value]) => `${key}=${String(value)}`)
        .join(',');
      const workloads = index.templatesIn(object.namespace ?? '').map((template) => describeIdentity(template.owner));
      report({
        object,
        path: ['spec', 'selector'],
        found: shown,
        message: `${describeIdentity(object)} selects ${shown}, which no Pod of namespace ${object.namespace} carries. It has no endpoints: callers are refused, a load balancer answers 503.`,
        fix: `select the labels of a workload${workloads.length === 0 ? '; the namespace renders none' : `: ${workloads.slice(0, 5).join(', ')}`}.`,
      });
    }
  },
};
