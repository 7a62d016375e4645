import { mapAt, textAt } from '../../../model/json';
import type { ObjectRule } from '../../engine/rule';

/** The keys each type of Secret must hold. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};
const ACCOUNT = 'kubernetes.io/service-account.name';

export const validSecret: ObjectRule = {
  id: 'k8s/valid-secret',
  severity: 'error',
  summary: 'A Secret holds the keys that its type promises.',
  why: 'The type of a Secret promises certain keys to those who read it. The server refuses a Secret that lacks them.',
  see: ['https://kubernetes.io/docs/concepts/configuration/secret/#secret-types'],
  kinds: ['Secret'],
  check(object, _context, tell) {
    const type = textAt(object.value, 'type') ?? 'Opaque';
    const data = { ...mapAt(object.value, 'data'), ...mapAt(object.value, 'stringData') };
    const keys = Object.hasOwn(KEYS, type) ? (KEYS[type] ?? []) : [];
    const missing = keys.filter((key) => !Object.hasOwn(data, key));
    for (const key of missing)
      tell({
        path: ['data', key],
        found: 'nothing',
        wanted: keys.join(' and '),
        what: `a Secret of type ${type} needs the key ${key}; the server refuses it.`,
        fix: `set \`${key}\`, or use \`type: Opaque\`.`,
      });
    const user = Object.hasOwn(data, 'username') || Object.hasOwn(data, 'password');
    if (type === 'kubernetes.io/basic-auth' && !user)
      tell({
        path: ['data'],
        found: 'nothing',
        wanted: 'username or password',
        what: `a Secret of type ${type} holds a username or a password; the server refuses it.`,
        fix: 'set `username` or `password`, or use `type: Opaque`.',
      });
    const annotations = mapAt(object.value, 'metadata', 'annotations');
    if (type === 'kubernetes.io/service-account-token' && (annotations[ACCOUNT] ?? '') === '')
      tell({
        path: ['metadata', 'annotations', ACCOUNT],
        found: 'nothing',
        what: 'a token belongs to a ServiceAccount, and none is named; the server refuses the Secret.',
        fix: `set the annotation ${ACCOUNT}.`,
      });
  },
};
