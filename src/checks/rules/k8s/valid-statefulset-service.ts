import { at, textAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule } from '../../engine/rule';

export const validStatefulSetService: ObjectRule = {
  id: 'k8s/valid-statefulset-service',
  severity: 'error',
  summary:
    'The governing Service of a StatefulSet exists in its namespace, and is headless where there is more than one Pod.',
  why: 'The governing Service gives the Pods of a StatefulSet their DNS names. Where it is missing or not headless, members of a database or queue do not find each other.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id'],
  kinds: ['apps/StatefulSet'],
  check(object, { index }, tell) {
    const name = textAt(object.value, 'spec', 'serviceName') ?? '';
    // Without a name the Pods are only known by their addresses, which may be meant.
    if (name === '') return;
    const namespace = object.namespace ?? '';
    const id = { group: '', kind: 'Service', namespace, name };
    const service = index.find(id);
    if (service === undefined) {
      if (index.external(id) !== undefined) return;
      tell({
        path: ['spec', 'serviceName'],
        found: name,
        what: `its governing Service "${name}" does not exist in namespace ${namespace}, so names such as ${object.name}-0.${name} do not resolve.${didYouMean(name, index.names('', 'Service', namespace))}`,
        fix: 'render the Service with `clusterIP: None`, or declare it under `external` in environment.yaml.',
      });
    } else if (
      textAt(service.value, 'spec', 'clusterIP') !== 'None' &&
      Number(at(object.value, 'spec', 'replicas') ?? 1) > 1
    ) {
      tell({
        path: ['spec', 'serviceName'],
        found: name,
        severity: 'warning',
        what: `its governing Service "${name}" is not headless, so none of its Pods gets a name of its own, such as ${object.name}-0.${name}.`,
        fix: 'set `clusterIP: None` in the Service, or name a headless one.',
      });
    }
  },
};
