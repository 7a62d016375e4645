import { isJsonObject, type JsonObject, listAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectRule, Tell } from '../../engine/rule';

const GROUP = 'rbac.authorization.k8s.io';
const SUBJECTS = ['ServiceAccount', 'User', 'Group'];

export const validRole: ObjectRule = {
  id: 'k8s/valid-role',
  severity: 'error',
  summary: 'Every rule of a role says who may do what to which, and every subject of a binding is one RBAC knows.',
  why: 'The server refuses a rule that does not say who may do what to which resource. Until it is corrected, no permission of the object changes.',
  see: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources',
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects',
  ],
  kinds: ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'].map((kind) => `${GROUP}/${kind}`),
  check(object, _context, tell) {
    if (object.kind === 'Role' || object.kind === 'ClusterRole') judgeRules(object, tell);
    else judgeBinding(object, tell);
  },
};

function judgeRules(object: RenderedObject, tell: Tell): void {
  listAt(object.value, 'rules').forEach((rule, i) => {
    const has = (field: string) => listAt(rule, field).length > 0;
    const need = (field: string, what: string) => {
      if (!has(field))
        tell({
          path: ['rules', i, field],
          found: 'nothing',
          what: `${what}; the server refuses the ${object.kind}.`,
          fix: `list \`${field}\`.`,
        });
    };
    // Verbs that are left out are the schema's finding.
    if (isJsonObject(rule) && rule['verbs'] !== undefined) need('verbs', 'a rule allows no verb');
    if (!has('nonResourceURLs')) {
      need('apiGroups', 'a rule names no API group ("" is the core group)');
      need('resources', 'a rule names no resource');
      return;
    }
    if (object.kind === 'Role')
      tell({
        path: ['rules', i, 'nonResourceURLs'],
        what: 'URLs belong to no namespace; the server refuses them in a Role.',
        fix: 'use a ClusterRole.',
      });
    else if (has('apiGroups') || has('resources') || has('resourceNames'))
      tell({
        path: ['rules', i, 'nonResourceURLs'],
        what: 'a rule is about URLs and about resources; the server refuses the ClusterRole.',
        fix: 'make two rules of it.',
      });
  });
}

function judgeBinding(object: RenderedObject, tell: Tell): void {
  // Any other group or kind is the schema's finding.
  if (object.kind === 'ClusterRoleBinding' && textAt(object.value, 'roleRef', 'kind') === 'Role')
    tell({
      path: ['roleRef', 'kind'],
      found: 'Role',
      wanted: 'ClusterRole',
      what: 'a ClusterRoleBinding binds a ClusterRole, not a Role; the server refuses it.',
      fix: 'name a ClusterRole, or use a RoleBinding.',
    });
  listAt(object.value, 'subjects').forEach((subject, i) => {
    judgeSubject(subject as JsonObject, i, object, tell);
  });
}

function judgeSubject(subject: JsonObject, i: number, object: RenderedObject, tell: Tell): void {
  const kind = textAt(subject, 'kind') ?? '';
  const group = textAt(subject, 'apiGroup') ?? '';
  const isAccount = kind === 'ServiceAccount';
  const wanted = isAccount ? '' : GROUP;
  const fix = wanted === '' ? 'remove `apiGroup`.' : `set \`apiGroup: ${wanted}\`.`;
  // Any other kind is the schema's finding.
  if (!SUBJECTS.includes(kind)) return;
  if (group !== '' && group !== wanted)
    tell({
      path: ['subjects', i, 'apiGroup'],
      found: group,
      wanted: wanted === '' ? 'nothing' : wanted,
      what: `a subject of the kind ${kind} belongs to ${wanted === '' ? 'the core group' : wanted}; the server refuses the ${object.kind}.`,
      fix,
    });
  if (isAccount && object.kind === 'ClusterRoleBinding' && (textAt(subject, 'namespace') ?? '') === '')
    tell({
      path: ['subjects', i, 'namespace'],
      found: 'nothing',
      what: `ServiceAccount "${textAt(subject, 'name') ?? ''}" has no namespace; the server refuses the ClusterRoleBinding.`,
      fix: 'set `namespace`.',
    });
}
