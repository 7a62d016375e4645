import { didYouMean } from '../../../model/suggest';
import type { PodRule } from '../../engine/rule';
import { configNames, isThere } from '../../reads/config-keys';
import { configReferences } from '../../reads/config-references';

export const noMissingConfig: PodRule = {
  id: 'k8s/no-missing-config',
  severity: 'error',
  summary: 'Every ConfigMap and Secret a Pod reads exists in its namespace.',
  why: 'Pods that read a ConfigMap or Secret which does not exist are created and never start. A rollout stops there, with the old Pods still running and the change not live.',
  see: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/',
    'https://kubernetes.io/docs/concepts/configuration/secret/',
  ],
  checkPod(template, { index }, tell) {
    const namespace = template.owner.namespace ?? '';
    for (const reference of configReferences(template)) {
      if (reference.optional || isThere(index, namespace, reference)) continue;
      const { kind, name, path } = reference;
      tell({
        path,
        found: name,
        what: `it reads ${kind} "${name}", which namespace ${namespace} does not have. Its Pods stay in CreateContainerConfigError.${didYouMean(name, configNames(index, namespace, kind))}`,
        fix: `render the ${kind}${kind === 'Secret' ? ' by an ExternalSecret' : ''}, or declare it under \`external\` in environment.yaml.`,
      });
    }
  },
};
