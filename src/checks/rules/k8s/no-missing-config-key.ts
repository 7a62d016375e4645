import { configReferences } from '../../../model/config-references';
import { didYouMean } from '../../../model/suggest';
import type { PodRule } from '../../engine/rule';
import { keysOf } from '../../reads/config-keys';

export const noMissingConfigKey: PodRule = {
  id: 'k8s/no-missing-config-key',
  severity: 'error',
  summary: 'Every key a Pod reads of a ConfigMap or Secret exists.',
  why: 'A Pod that reads a key which its ConfigMap or Secret does not hold stays in CreateContainerConfigError. The object exists, so the cause is easily overlooked.',
  see: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/#define-container-environment-variables-using-configmap-data',
    'https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-environment-variables',
  ],
  checkPod(template, { index }, tell) {
    const namespace = template.owner.namespace ?? '';
    for (const reference of configReferences(template)) {
      const { kind, name, key, path, optional } = reference;
      if (key === undefined || optional) continue;
      const keys = keysOf(index, namespace, reference);
      if (keys === 'missing' || (keys !== 'unknown' && keys.has(key))) continue;
      if (keys === 'unknown') {
        tell({
          path,
          found: key,
          severity: 'unknown',
          what: `it reads key "${key}" of ${kind} ${name}, and it is not known which keys that has.`,
          fix: 'list its keys under `external` in environment.yaml.',
        });
        continue;
      }
      tell({
        path,
        found: key,
        wanted: [...keys].join(', '),
        what: `it reads key "${key}" of ${kind} ${name}, which has ${[...keys].join(', ') || 'no keys'}. Its Pods stay in CreateContainerConfigError.${didYouMean(key, keys)}`,
        fix: `read one of its keys, or add "${key}" to it.`,
      });
    }
  },
};
