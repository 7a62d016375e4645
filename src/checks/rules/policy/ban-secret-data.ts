import { describeIdentity } from '../../../model/identity';
import { mapAt } from '../../../model/json';
import type { Rule } from '../../engine/rule';

/** What is rendered is committed: everybody who reads the repository would read the secret. */
export const banSecretData: Rule = {
  id: 'policy/ban-secret-data',
  severity: 'error',
  summary: 'No Secret with data is rendered.',
  see: 'Kubernetes: good practices for Secrets; External Secrets Operator',
  check({ judgedOf }, report) {
    for (const object of judgedOf('Secret')) {
      if (object.group !== '') continue;
      for (const field of ['data', 'stringData'] as const) {
        const keys = Object.keys(mapAt(object.value, field));
        if (keys.length === 0) continue;
        report({
          object,
          path: [field],
          found: keys.join(', '),
          message: `${describeIdentity(object)} holds data (${keys.join(', ')}), and what is rendered is committed to Git for everybody to read.`,
          fix: 'render an ExternalSecret, or declare the Secret under `external` and create it by other means.',
        });
      }
    }
  },
};
