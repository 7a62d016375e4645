import { mapAt } from '../../../model/json';
import type { ObjectRule } from '../../engine/rule';

/** What is rendered is committed: everybody who reads the repository would read the secret. */
export const banSecretData: ObjectRule = {
  id: 'policy/ban-secret-data',
  severity: 'error',
  summary: 'No Secret with data is rendered.',
  see: 'Kubernetes: good practices for Secrets; External Secrets Operator',
  kinds: ['Secret'],
  check(object, _context, tell) {
    for (const field of ['data', 'stringData'] as const) {
      const keys = Object.keys(mapAt(object.value, field));
      if (keys.length === 0) continue;
      tell({
        path: [field],
        found: keys.join(', '),
        what: `it holds data (${keys.join(', ')}), and what is rendered is committed to Git, where every reader sees it.`,
        fix: 'render an ExternalSecret, or declare the Secret under `external` and create it by other means.',
      });
    }
  },
};
