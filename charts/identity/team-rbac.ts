import { Construct } from 'constructs';
import {
  KubeClusterRole,
  KubeClusterRoleBinding,
  KubeRole,
  KubeRoleBinding,
  type PolicyRule,
  type Subject,
} from '../../imports/k8s';
import { Problems } from '../problems';

/** What may be done with what. */
export interface Grant {
  /** `''` is the core group. `@default` - the core group */
  readonly apiGroups?: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly (
    | 'get'
    | 'list'
    | 'watch'
    | 'create'
    | 'update'
    | 'patch'
    | 'delete'
    | 'deletecollection'
    | (string & {})
  )[];
  /** Needed for what lets people become somebody else: `*`, secrets, escalate, bind, impersonate. */
  readonly reason?: string;
}

/** Who: a group of the identity provider, a user, or a ServiceAccount of ours or of cdk8s-plus. */
export type SubjectInput =
  | { readonly group: string }
  | { readonly user: string }
  | { readonly serviceAccount: string; readonly namespace: string }
  | { readonly name: string; readonly serviceAccount: { readonly metadata: { readonly namespace?: string } } }
  | {
      toSubjectConfiguration(): {
        readonly kind: string;
        readonly name: string;
        readonly namespace?: string;
        readonly apiGroup?: string;
      };
    };

export interface TeamRbacProps {
  readonly subjects: readonly SubjectInput[];
  /** Rights inside one namespace. */
  readonly namespaced?: { readonly namespace: string; readonly grants: readonly Grant[] };
  /** Rights on the whole cluster; only the platform's owner may render them. */
  readonly clusterWide?: readonly Grant[];
  /** An existing ClusterRole for the namespace, such as `view` or `edit`. */
  readonly clusterRole?: { readonly name: string; readonly namespace: string; readonly reason?: string };
}

/**
 * Rights of a team: Role and RoleBinding in a namespace, ClusterRole and ClusterRoleBinding on the cluster.
 * @throws ToolError for rights that need a reason and have none
 * @see https://kubernetes.io/docs/concepts/security/rbac-good-practices/
 */
export class TeamRbac extends Construct {
  readonly rbacRole?: KubeRole;
  readonly roleBinding?: KubeRoleBinding;
  readonly clusterRole?: KubeClusterRole;
  readonly clusterRoleBinding?: KubeClusterRoleBinding;

  constructor(scope: Construct, id: string, props: TeamRbacProps) {
    super(scope, id);
    const problems = new Problems(this);
    problems.unless(
      props.subjects.length > 0,
      'there are no subjects, so nobody gets the rights.',
      'name a group, a user or a ServiceAccount.',
    );
    for (const grant of [...(props.namespaced?.grants ?? []), ...(props.clusterWide ?? [])])
      grantProblems(grant, problems);
    const named = props.clusterRole;
    problems.unless(
      named === undefined || named.name !== 'cluster-admin' || (named.reason ?? '').trim() !== '',
      'cluster-admin may do everything.',
      'name a smaller role, or give a reason.',
    );
    problems.raise();
    const subjects = props.subjects.map(subjectOf);
    const apiGroup = 'rbac.authorization.k8s.io';
    if (props.namespaced !== undefined) {
      const { namespace, grants } = props.namespaced;
      this.rbacRole = new KubeRole(this, 'Role', { metadata: { name: id, namespace }, rules: grants.map(ruleOf) });
      this.roleBinding = new KubeRoleBinding(this, 'RoleBinding', {
        metadata: { name: id, namespace },
        roleRef: { apiGroup, kind: 'Role', name: id },
        subjects,
      });
    }
    if (named !== undefined) {
      this.roleBinding = new KubeRoleBinding(this, 'NamedRoleBinding', {
        metadata: { name: `${id}-${named.name}`, namespace: named.namespace },
        roleRef: { apiGroup, kind: 'ClusterRole', name: named.name },
        subjects,
      });
    }
    if (props.clusterWide !== undefined) {
      this.clusterRole = new KubeClusterRole(this, 'ClusterRole', {
        metadata: { name: id },
        rules: props.clusterWide.map(ruleOf),
      });
      this.clusterRoleBinding = new KubeClusterRoleBinding(this, 'ClusterRoleBinding', {
        metadata: { name: id },
        roleRef: { apiGroup, kind: 'ClusterRole', name: id },
        subjects,
      });
    }
  }
}

function ruleOf(grant: Grant): PolicyRule {
  return {
    apiGroups: [...(grant.apiGroups ?? [''])],
    resources: [...grant.resources],
    ...(grant.resourceNames === undefined ? {} : { resourceNames: [...grant.resourceNames] }),
    verbs: [...grant.verbs],
  };
}

function subjectOf(input: SubjectInput): Subject {
  const apiGroup = 'rbac.authorization.k8s.io';
  if ('toSubjectConfiguration' in input) {
    const { kind, name, namespace } = input.toSubjectConfiguration();
    return kind === 'ServiceAccount'
      ? { kind, name, ...(namespace === undefined ? {} : { namespace }) }
      : { kind, name, apiGroup };
  }
  if ('group' in input) return { kind: 'Group', name: input.group, apiGroup };
  if ('user' in input) return { kind: 'User', name: input.user, apiGroup };
  if (typeof input.serviceAccount === 'string') {
    return {
      kind: 'ServiceAccount',
      name: input.serviceAccount,
      ...('namespace' in input ? { namespace: input.namespace } : {}),
    };
  }
  const { namespace } = input.serviceAccount.metadata;
  return {
    kind: 'ServiceAccount',
    name: (input as { name: string }).name,
    ...(namespace === undefined ? {} : { namespace }),
  };
}

const DANGEROUS_VERBS = ['escalate', 'bind', 'impersonate', '*'];

function grantProblems(grant: Grant, problems: Problems): void {
  const verbs = grant.verbs.filter((verb) => DANGEROUS_VERBS.includes(verb));
  const wide = [...(grant.apiGroups ?? []), ...grant.resources].includes('*');
  const secrets = grant.resources.includes('secrets') && grant.resourceNames === undefined;
  const proxies = grant.resources.filter((resource) =>
    ['pods/exec', 'pods/attach', 'nodes/proxy', 'serviceaccounts/token'].includes(resource),
  );
  const what = [
    ...verbs.map((verb) => `verb ${verb}`),
    ...(wide ? ['everything of a kind (*)'] : []),
    ...(secrets ? ['all Secrets'] : []),
    ...proxies,
  ];
  if (what.length === 0 || (grant.reason ?? '').trim() !== '') return;
  problems.add(
    `a grant on ${grant.resources.join(', ')} covers ${what.join(' and ')}: whoever has it can become somebody else.`,
    'grant less (resourceNames for Secrets), or give the grant a reason.',
  );
}
