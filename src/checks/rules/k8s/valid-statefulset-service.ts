import { describeIdentity } from '../../../model/identity';
import { at, textAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { Rule } from '../../engine/rule';

/** The Service that gives the Pods of a StatefulSet their names. */
export const validStatefulSetService: Rule = {
  id: 'k8s/valid-statefulset-service',
  severity: 'error',
  summary:
    'The governing Service of a StatefulSet exists in its namespace, and is headless where there is more than one Pod.',
  see: 'Kubernetes: StatefulSets, stable network ID',
  check({ index, judgedOf }, report) {
    for (const object of judgedOf('StatefulSet')) {
      if (object.group !== 'apps') continue;
      const name = textAt(object.value, 'spec', 'serviceName') ?? '';
      // Without a name the Pods are only known by their addresses, which may be meant.
      if (name === '') continue;
      const namespace = object.namespace ?? '';
      const id = { group: '', kind: 'Service', namespace, name };
      const service = index.find(id);
      if (service === undefined) {
        if (index.external(id) !== undefined) continue;
        report({
          object,
          path: ['spec', 'serviceName'],
          found: name,
          message: `${describeIdentity(object)} is governed by Service "${name}", which namespace ${namespace} does not have: ${object.name}-0.${name} and its like resolve to nothing.${didYouMean(name, index.names('', 'Service', namespace))}`,
          fix: 'render the Service with `clusterIP: None`, or declare it under `external` in environment.yaml.',
        });
      } else if (
        textAt(service.value, 'spec', 'clusterIP') !== 'None' &&
        Number(at(object.value, 'spec', 'replicas') ?? 1) > 1
      ) {
        report({
          object,
          path: ['spec', 'serviceName'],
          found: name,
          severity: 'warning',
          message: `${describeIdentity(object)} is governed by Service "${name}", which is not headless: none of its Pods gets a name of its own, such as ${object.name}-0.${name}.`,
          fix: 'set `clusterIP: None` in the Service, or name a headless one.',
        });
      }
    }
  },
};
