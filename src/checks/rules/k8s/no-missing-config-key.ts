import { didYouMean } from '../../../model/suggest';
import type { PodRule } from '../../engine/rule';
import { keysOf } from '../../reads/config-keys';
import { configReferences } from '../../reads/config-references';

/** A key that the ConfigMap or Secret does not hold; unknown where its keys are not known here. */
export const noMissingConfigKey: PodRule = {
  id: 'k8s/no-missing-config-key',
  severity: 'error',
  summary: 'Every key a Pod reads of a ConfigMap or Secret exists.',
  see: 'Kubernetes: define container environment variables using ConfigMap data',
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
