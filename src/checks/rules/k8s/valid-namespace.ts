import { mapAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule } from '../../engine/rule';

const PREFIX = 'pod-security.kubernetes.io/';
const MODES = ['enforce', 'audit', 'warn'];
const LEVELS = ['privileged', 'baseline', 'restricted'];
const VERSION = /^(?:latest|v1\.(?:0|[1-9]\d*))$/;

export const validNamespace: ObjectRule = {
  id: 'k8s/valid-namespace',
  severity: 'error',
  summary: 'The Pod Security labels of a Namespace name a level and a version that there are.',
  why: 'The server refuses a Namespace with a level or version that it cannot read, and with it all that belongs into the namespace. One that had such a label before is held to `restricted`.',
  see: [
    'https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces',
    'https://github.com/kubernetes/pod-security-admission/blob/v0.34.0/api/helpers.go',
  ],
  kinds: ['Namespace'],
  check(object, _context, tell) {
    const labels = mapAt(object.value, 'metadata', 'labels');
    for (const mode of MODES) {
      const [level, version] = [labels[`${PREFIX}${mode}`], labels[`${PREFIX}${mode}-version`]];
      // A label that is not a text is the schema's finding.
      if (typeof level === 'string' && !LEVELS.includes(level))
        tell({
          path: ['metadata', 'labels', `${PREFIX}${mode}`],
          found: level,
          wanted: LEVELS.join(', '),
          what: `the level "${level}" is not one of Pod Security, so the server refuses the Namespace.${didYouMean(level, LEVELS)}`,
          fix: `use one of: ${LEVELS.join(', ')}.`,
        });
      if (typeof version === 'string' && !VERSION.test(version))
        tell({
          path: ['metadata', 'labels', `${PREFIX}${mode}-version`],
          found: version,
          wanted: 'latest or v1.N',
          what: `"${version}" is not a version of Pod Security, so the server refuses the Namespace.`,
          fix: 'use the version of the cluster, such as v1.34, or latest.',
        });
    }
  },
};
