import { textAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { PodRule } from '../../engine/rule';

export const noMissingServiceAccount: PodRule = {
  id: 'k8s/no-missing-service-account',
  severity: 'error',
  summary: 'The ServiceAccount of a Pod exists in its namespace.',
  why: 'Pods of a ServiceAccount that does not exist are never created. The workload shows no Pods at all; only the events of its ReplicaSet say why.',
  see: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/'],
  checkPod(template, { index }, tell) {
    const name = textAt(template.spec, 'serviceAccountName');
    const namespace = template.owner.namespace ?? '';
    if (name === undefined || index.exists({ group: '', kind: 'ServiceAccount', namespace, name })) return;
    tell({
      path: [...template.path, 'spec', 'serviceAccountName'],
      found: name,
      what: `it runs as ServiceAccount "${name}", which namespace ${namespace} does not have, so no Pod is ever created.${didYouMean(name, index.names('', 'ServiceAccount', namespace))}`,
      fix: 'render the ServiceAccount, or declare it under `external` in environment.yaml.',
    });
  },
};
