import { FARGATE_LOGGING } from '../../../knowledge/aws/fargate-logging';
import { judgeFargateLogging } from '../../../model/fargate-logging';
import { at, mapAt } from '../../../model/json';
import type { ObjectRule } from '../../engine/rule';

const { namespace, configMap, label } = FARGATE_LOGGING;

export const validFargateLogging: ObjectRule = {
  id: 'eks/valid-fargate-logging',
  severity: 'error',
  summary: 'The ConfigMap of Fargate’s log router is such as EKS takes, and its namespace has the label.',
  why: 'EKS reads the ConfigMap aws-logging when a Pod starts on Fargate. What it does not take turns logging off, and only an event of each new Pod says so: the logs are missing when somebody looks for them.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/fargate-logging.html',
    'https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/classic-mode/format-schema',
  ],
  kinds: ['ConfigMap', 'Namespace'],
  check(object, { environment }, tell) {
    if (environment.platform !== 'eks') return;
    if (object.kind === 'ConfigMap' && object.namespace === namespace && object.name === configMap)
      for (const said of judgeFargateLogging(mapAt(object.value, 'data'))) tell(said);
    const value = at(object.value, 'metadata', 'labels', label.key);
    if (object.kind !== 'Namespace' || object.name !== namespace || value === label.value) return;
    tell({
      path: ['metadata', 'labels', label.key],
      ...(value === undefined ? {} : { found: String(value) }),
      wanted: label.value,
      what: `the label ${label.key} is ${value === undefined ? 'missing' : `"${String(value)}"`}, so EKS does not read ConfigMap ${configMap} of the namespace. Pods on Fargate log nothing.`,
      fix: `write the label ${label.key}: ${label.value}.`,
    });
  },
};
