import { type JsonObject, listAt, mapAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import { type Tell, tellOf } from '../fault';
import type { Rule } from '../rule';

const GROUP = 'rbac.authorization.k8s.io';

/** RBAC roles and bindings as the server takes them. */
export const validRole: Rule = {
  id: 'k8s/valid-role',
  severity: 'error',
  summary: 'Every rule of a role says who may do what to which, and every subject of a binding is one RBAC knows.',
  see: 'Kubernetes: using RBAC authorization, referring to resources, referring to subjects',
  check({ judged }, report) {
    for (const object of judged) {
      if (object.group !== GROUP) continue;
      if (object.kind === 'Role' || object.kind === 'ClusterRole') rules(object, tellOf(object, report));
      else binding(object, tellOf(object, report));
    }
  },
};

function rules(object: RenderedObject, tell: Tell): void {
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
    need('verbs', 'a rule allows no verb');
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

function binding(object: RenderedObject, tell: Tell): void {
  const kinds = object.kind === 'RoleBinding' ? ['Role', 'ClusterRole'] : ['ClusterRole'];
  const ref = mapAt(object.value, 'roleRef');
  const group = textAt(ref, 'apiGroup') ?? '';
  const kind = textAt(ref, 'kind');
  // Go's clients fill in the group; the server does too where it is left out.
  if (group !== '' && group !== GROUP)
    tell({
      path: ['roleRef', 'apiGroup'],
      found: group,
      wanted: GROUP,
      what: `the server knows roles only of ${GROUP}.`,
      fix: `set \`apiGroup: ${GROUP}\`.`,
    });
  if (kind !== undefined && !kinds.includes(kind))
    tell({
      path: ['roleRef', 'kind'],
      found: kind,
      wanted: kinds.join(' or '),
      what: `a ${object.kind} binds a ${kinds.join(' or a ')}, not a ${kind}.`,
      fix: `name a ${kinds.join(' or a ')}.`,
    });
  listAt(object.value, 'subjects').forEach((subject, i) => {
    judgeSubject(subject as JsonObject, i, object, tell);
  });
}

function judgeSubject(subject: JsonObject, i: number, object: RenderedObject, tell: Tell): void {
  const kind = textAt(subject, 'kind') ?? '';
  const group = textAt(subject, 'apiGroup') ?? '';
  const wanted = kind === 'ServiceAccount' ? '' : GROUP;
  if (kind !== 'ServiceAccount' && kind !== 'User' && kind !== 'Group') {
    if (kind === '') return;
    tell({
      path: ['subjects', i, 'kind'],
      found: kind,
      wanted: 'ServiceAccount, User or Group',
      what: `RBAC knows no subject of the kind ${kind}; the server refuses the ${object.kind}.`,
      fix: 'use ServiceAccount, User or Group.',
    });
    return;
  }
  if (group !== '' && group !== wanted)
    tell({
      path: ['subjects', i, 'apiGroup'],
      found: group,
      wanted: wanted === '' ? 'nothing' : wanted,
      what: `a subject of the kind ${kind} belongs to ${wanted === '' ? 'the core group' : wanted}; the server refuses the ${object.kind}.`,
      fix: wanted === '' ? 'remove `apiGroup`.' : `set \`apiGroup: ${wanted}\`.`,
    });
  if (kind === 'ServiceAccount' && object.kind === 'ClusterRoleBinding' && (textAt(subject, 'namespace') ?? '') === '')
    tell({
      path: ['subjects', i, 'namespace'],
      found: 'nothing',
      what: `ServiceAccount "${textAt(subject, 'name') ?? ''}" has no namespace; the server refuses the ClusterRoleBinding.`,
      fix: 'set `namespace`.',
    });
}
