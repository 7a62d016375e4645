import { describeIdentity } from '../../../model/identity';
import { didYouMean } from '../../../model/suggest';
import type { Rule } from '../../engine/rule';
import { keysOf } from '../../reads/config-keys';
import { configReferences } from '../../reads/config-references';

/** A key that the ConfigMap or Secret does not hold; unknown where nobody can say which keys it holds. */
export const noMissingConfigKey: Rule = {
  id: 'k8s/no-missing-config-key',
  severity: 'error',
  summary: 'Every key a Pod reads of a ConfigMap or Secret exists.',
  see: 'Kubernetes: define container environment variables using ConfigMap data',
  check({ index, templates }, report) {
    for (const template of templates) {
      const namespace = template.owner.namespace ?? '';
      for (const reference of configReferences(template)) {
        const { kind, name, key, path, optional } = reference;
        if (key === undefined || optional) continue;
        const keys = keysOf(index, namespace, reference);
        if (keys === 'missing' || (keys !== 'unknown' && keys.has(key))) continue;
        const object = template.owner;
        if (keys === 'unknown') {
          const message = `${describeIdentity(object)} reads key "${key}" of ${kind} ${name}, and nobody says which keys that has.`;
          report({
            object,
            path,
            found: key,
            severity: 'unknown',
            message,
            fix: 'list its keys under `external` in environment.yaml.',
          });
          continue;
        }
        report({
          object,
          path,
          found: key,
          wanted: [...keys].join(', '),
          message: `${describeIdentity(object)} reads key "${key}" of ${kind} ${name}, which has ${[...keys].join(', ') || 'no keys'}. Its Pods stay in CreateContainerConfigError.${didYouMean(key, keys)}`,
          fix: `read one of its keys, or add "${key}" to it.`,
        });
      }
    }
  },
};
