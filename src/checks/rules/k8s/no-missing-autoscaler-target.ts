import { withArticle } from '../../../grammar/article';
import { AUTOSCALERS, scaleTargetOf, VERTICAL_AUTOSCALERS } from '../../../model/scale-target';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule } from '../../engine/rule';

export const noMissingAutoscalerTarget: ObjectRule = {
  id: 'k8s/no-missing-autoscaler-target',
  severity: 'error',
  summary: 'The target of an autoscaler exists in its namespace.',
  why: 'The server takes an autoscaler whose target does not exist, and nothing is ever scaled. It shows only under load.',
  see: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  kinds: [...AUTOSCALERS, ...VERTICAL_AUTOSCALERS],
  check(object, { index }, tell) {
    const { group, kind, namespace, name } = scaleTargetOf(object);
    // A target without a name is the schema's finding, one without an API group that of k8s/valid-autoscaler.
    if (
      name === '' ||
      (group === '' && kind !== 'ReplicationController') ||
      index.exists({ group, kind, namespace, name })
    )
      return;
    const elsewhere = index
      .ofKind(group, kind)
      .filter((one) => one.name === name)
      .map((one) => one.namespace);
    const hint =
      elsewhere.length > 0
        ? ` There is one in ${elsewhere.join(', ')}, and it looks in its own namespace alone.`
        : didYouMean(name, index.names(group, kind, namespace));
    const vertical = object.group === 'autoscaling.k8s.io';
    tell({
      path: ['spec', vertical ? 'targetRef' : 'scaleTargetRef', 'name'],
      found: `${kind} ${name}`,
      what: vertical
        ? `it measures ${kind} "${name}", which namespace ${namespace} does not have, so nothing is ever recommended (ConfigUnsupported).${hint}`
        : `it scales ${kind} "${name}", which namespace ${namespace} does not have, so nothing is ever scaled (FailedGetScale).${hint}`,
      fix:
        elsewhere.length > 0
          ? 'render it in the namespace of its target.'
          : `name ${withArticle(kind)} of the namespace.`,
    });
  },
};
