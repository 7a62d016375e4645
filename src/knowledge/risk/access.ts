import { isWider, roleAllowances } from './allowances';
import { K8S, type RiskRow, rowsOf, WHOLE } from './row';
import { adds, becomes } from './values';

const RBAC = `${K8S}reference/access-authn-authz/rbac/`;
const BOTH = ['changed', 'added'] as const;

const ROLES = rowsOf(
  { kinds: 'Role ClusterRole', source: RBAC },
  {
    'role-widened': {
      field: /^rules\b/,
      shown: 'rules, more allowed',
      when: ({ was, now }) => isWider(roleAllowances(was), roleAllowances(now)),
      risk: 'widened',
      why: 'a verb, a resource, a group or any name is allowed that was not.',
    },
    'role-narrowed': {
      field: /^rules\b/,
      shown: 'rules, nothing more allowed',
      when: ({ was, now }) => !isWider(roleAllowances(was), roleAllowances(now)),
      risk: 'access',
      why: 'less is allowed: what used it fails at once with "forbidden".',
    },
    'role-aggregated': {
      kinds: 'ClusterRole',
      field: /^metadata\.labels\["rbac\.authorization\.k8s\.io\/aggregate-to-/,
      shown: 'metadata.labels["rbac.authorization.k8s.io/aggregate-to-…"]',
      when: becomes('true'),
      on: BOTH,
      risk: 'widened',
      why: 'everybody who has admin, edit or view gets these rules too.',
    },
    'aggregation-rule': {
      kinds: 'ClusterRole',
      field: /^aggregationRule\b/,
      shown: 'aggregationRule',
      risk: 'widened',
      why: 'the rules of all roles with these labels count, those that others make included.',
    },
    'role-removed': {
      field: WHOLE,
      shown: 'the object, removed',
      on: ['removed'],
      risk: 'access',
      why: 'what was bound to it loses its rights at once.',
    },
  },
);

const STRONG = ['system:authenticated', 'system:unauthenticated', 'system:serviceaccounts', 'system:masters'];

const BINDINGS = rowsOf(
  { kinds: 'RoleBinding ClusterRoleBinding', source: RBAC },
  {
    'subject-added': {
      field: /^subjects\b/,
      shown: 'subjects, one more',
      when: adds,
      risk: 'widened',
      why: 'a user, group or ServiceAccount gets the rights of the role.',
    },
    'subject-removed': {
      field: /^subjects\b/,
      shown: 'subjects, one less',
      when: (change) => !adds(change),
      risk: 'access',
      why: 'a user, group or ServiceAccount loses the rights of the role at once.',
    },
    'role-of-binding': {
      field: /^roleRef\b/,
      shown: 'roleRef, where Argo CD makes the binding anew',
      risk: 'widened',
      why: 'the subjects get the rights of another role; without server-side apply, Argo CD deletes the binding and makes it again.',
      source: 'https://github.com/argoproj/argo-cd/blob/v3.2.0/gitops-engine/pkg/utils/kube/resource_ops.go',
    },
    'binding-added': {
      field: WHOLE,
      shown: 'the object, added',
      on: ['added'],
      risk: 'widened',
      why: 'its subjects get the rights of its role.',
    },
    'binding-removed': {
      field: WHOLE,
      shown: 'the object, removed',
      on: ['removed'],
      risk: 'access',
      why: 'its subjects lose the rights of its role at once.',
    },
    'binding-of-many': {
      field: /^subjects\b.*\.name$/,
      shown: 'subjects[].name → system:authenticated and the like',
      when: ({ before, after }) => before !== after && STRONG.some((name) => String(after).startsWith(name)),
      on: BOTH,
      risk: 'widened',
      why: 'the group holds everybody who signs in, or every ServiceAccount.',
    },
  },
);

const ROLE_ARN = 'metadata\\.annotations\\["eks\\.amazonaws\\.com/role-arn"\\]';

const IDENTITIES = rowsOf(
  {
    kinds: 'ServiceAccount',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
  },
  {
    'iam-role': {
      field: new RegExp(`^${ROLE_ARN}$`),
      shown: 'metadata.annotations["eks.amazonaws.com/role-arn"]',
      when: ({ after }) => after !== undefined,
      risk: 'widened',
      why: 'Pods that start from now on have the rights of another IAM role; those that run keep the old one until they restart.',
    },
    'iam-role-removed': {
      field: new RegExp(`^${ROLE_ARN}$`),
      shown: 'metadata.annotations["eks.amazonaws.com/role-arn"], taken away',
      when: ({ after }) => after === undefined,
      risk: 'access',
      why: 'Pods that start from now on have no role of their own, and may fall back to the role of the node.',
    },
    'service-account-removed': {
      field: WHOLE,
      shown: 'the object, removed',
      on: ['removed'],
      risk: 'access',
      why: 'its tokens end, and Pods that name it are not made any more.',
      source: `${K8S}concepts/security/service-accounts/`,
    },
    'service-account-renamed': {
      field: WHOLE,
      shown: 'the object, renamed',
      on: ['renamed'],
      risk: 'access',
      why: 'trust policies of IAM and Pod Identity associations name it: new Pods get AccessDenied until those follow.',
    },
    'pod-identity': {
      kinds: 'eks.services.k8s.aws/PodIdentityAssociation',
      field: /^spec\.role(?:ARN|Ref)\b/,
      shown: 'spec.roleARN of a PodIdentityAssociation',
      risk: 'widened',
      why: 'Pods get the rights of another IAM role when their credentials are renewed.',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html',
    },
    'access-entry': {
      kinds: 'eks.services.k8s.aws/AccessEntry',
      field: /^spec\.(?:accessPolicies|kubernetesGroups)\b/,
      shown: 'spec.{accessPolicies, kubernetesGroups} of an AccessEntry',
      risk: 'widened',
      why: 'what the IAM principal may do in the cluster changes at once; a wrong entry can lock everybody out.',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html',
    },
  },
);

export const ACCESS_ROWS: readonly RiskRow[] = [...ROLES, ...BINDINGS, ...IDENTITIES];
