import { describeIdentity, splitApiVersion } from '../../../model/identity';
import { mapAt, textAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { Rule } from '../../engine/rule';

/** An autoscaler whose target does not exist scales nothing. */
export const noMissingAutoscalerTarget: Rule = {
  id: 'k8s/no-missing-autoscaler-target',
  severity: 'error',
  summary: 'The target of an autoscaler exists in its namespace.',
  see: 'Kubernetes: horizontal Pod autoscaling',
  check({ index, judgedOf }, report) {
    for (const object of judgedOf('HorizontalPodAutoscaler', 'ScaledObject')) {
      if (object.kind === 'ScaledObject' && object.group !== 'keda.sh') continue;
      const target = mapAt(object.value, 'spec', 'scaleTargetRef');
      const kind = textAt(target, 'kind') ?? 'Deployment';
      const name = textAt(target, 'name') ?? '';
      const { group } = splitApiVersion(textAt(target, 'apiVersion') ?? 'apps/v1');
      const namespace = object.namespace ?? '';
      // A target without a name is the schema's finding.
      if (name === '' || index.exists({ group, kind, namespace, name })) continue;
      report({
        object,
        path: ['spec', 'scaleTargetRef', 'name'],
        found: `${kind} ${name}`,
        message: `${describeIdentity(object)} scales ${kind} "${name}", which namespace ${namespace} does not have (FailedGetScale: nothing is ever scaled).${didYouMean(name, index.names(group, kind, namespace))}`,
        fix: `name a ${kind} of the namespace.`,
      });
    }
  },
};
