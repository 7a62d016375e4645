import { splitApiVersion } from '../../../model/identity';
import { mapAt, textAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule } from '../../engine/rule';

export const noMissingAutoscalerTarget: ObjectRule = {
  id: 'k8s/no-missing-autoscaler-target',
  severity: 'error',
  summary: 'The target of an autoscaler exists in its namespace.',
  why: 'The server takes an autoscaler whose target does not exist, and nothing is ever scaled. It shows only under load.',
  see: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  kinds: ['autoscaling/HorizontalPodAutoscaler', 'keda.sh/ScaledObject'],
  check(object, { index }, tell) {
    const target = mapAt(object.value, 'spec', 'scaleTargetRef');
    const kind = textAt(target, 'kind') ?? 'Deployment';
    const name = textAt(target, 'name') ?? '';
    const { group } = splitApiVersion(textAt(target, 'apiVersion') ?? 'apps/v1');
    const namespace = object.namespace ?? '';
    // A target without a name is the schema's finding.
    if (name === '' || index.exists({ group, kind, namespace, name })) return;
    tell({
      path: ['spec', 'scaleTargetRef', 'name'],
      found: `${kind} ${name}`,
      what: `it scales ${kind} "${name}", which namespace ${namespace} does not have, so nothing is ever scaled (FailedGetScale).${didYouMean(name, index.names(group, kind, namespace))}`,
      fix: `name a ${kind} of the namespace.`,
    });
  },
};
