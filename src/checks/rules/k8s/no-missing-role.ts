import { listAt, mapAt, textAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule } from '../../engine/rule';

const GROUP = 'rbac.authorization.k8s.io';

export const noMissingRole: ObjectRule = {
  id: 'k8s/no-missing-role',
  severity: 'error',
  summary: 'The role and the ServiceAccounts of a binding exist.',
  why: 'The server takes a binding to a role, or of a ServiceAccount, that does not exist. It gives no permission, and the program gets 403 when it first asks the API server.',
  see: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding'],
  kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
  check(object, { index }, tell) {
    const ref = mapAt(object.value, 'roleRef');
    const kind = textAt(ref, 'kind') ?? '';
    const name = textAt(ref, 'name') ?? '';
    const namespace = kind === 'Role' ? { namespace: object.namespace ?? '' } : {};
    // A reference to anything but a role is the finding of k8s/valid-role or of the schema.
    const bindable = name !== '' && (kind === 'ClusterRole' || (kind === 'Role' && object.kind === 'RoleBinding'));
    if (bindable && !index.exists({ group: GROUP, kind, name, ...namespace })) {
      tell({
        path: ['roleRef', 'name'],
        found: name,
        what: `it binds ${kind} "${name}", which does not exist, so its subjects are refused everything.${didYouMean(name, index.names(GROUP, kind, namespace.namespace))}`,
        fix: `render the ${kind}, or name an existing one.`,
      });
    }
    listAt(object.value, 'subjects').forEach((subject, i) => {
      if (textAt(subject, 'kind') !== 'ServiceAccount') return;
      const account = {
        group: '',
        kind: 'ServiceAccount',
        namespace: textAt(subject, 'namespace') ?? object.namespace ?? '',
        name: textAt(subject, 'name') ?? '',
      };
      if (index.exists(account)) return;
      tell({
        path: ['subjects', i],
        found: `${account.namespace}/${account.name}`,
        what: `it names ServiceAccount ${account.namespace}/${account.name}, which does not exist, so the Pods it is meant for get 403.${didYouMean(account.name, index.names('', 'ServiceAccount', account.namespace))}`,
        fix: 'correct name and namespace, or declare it under `external`.',
      });
    });
  },
};
