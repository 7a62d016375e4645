import { mapAt } from '../../../model/json';
import type { ObjectRule } from '../../engine/rule';

export const banSecretData: ObjectRule = {
  id: 'policy/ban-secret-data',
  severity: 'error',
  summary: 'No Secret with data is rendered.',
  why: 'What is rendered is committed. A Secret in Git is readable for everyone who can read the repository, and stays in its history for good.',
  see: [
    'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    'https://external-secrets.io/latest/introduction/overview/',
  ],
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
