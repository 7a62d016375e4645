import { describeIdentity } from '../../model/identity';
import { didYouMean } from '../../model/suggest';
import { configNames, isThere } from '../config-keys';
import { configReferences } from '../config-references';
import type { Rule } from '../rule';

/** Pods that read a ConfigMap or Secret which does not exist are created and never start. */
export const noMissingConfig: Rule = {
  id: 'k8s/no-missing-config',
  severity: 'error',
  summary: 'Every ConfigMap and Secret a Pod reads exists in its namespace.',
  see: 'Kubernetes: configure a Pod to use a ConfigMap; Secrets',
  check({ index, templates }, report) {
    for (const template of templates) {
      const namespace = template.owner.namespace ?? '';
      for (const reference of configReferences(template)) {
        if (reference.optional || isThere(index, namespace, reference)) continue;
        const { kind, name, path } = reference;
        report({
          object: template.owner,
          path,
          found: name,
          message: `${describeIdentity(template.owner)} reads ${kind} "${name}", which namespace ${namespace} does not have. Its Pods stay in CreateContainerConfigError.${didYouMean(name, configNames(index, namespace, kind))}`,
          fix: `render the ${kind}${kind === 'Secret' ? ' by an ExternalSecret' : ''}, or declare it under \`external\` in environment.yaml.`,
        });
      }
    }
  },
};
