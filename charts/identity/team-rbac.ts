import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { KubeClusterRole, KubeClusterRoleBinding, KubeRole, KubeRoleBinding, type RoleRef } from '../../imports/k8s';
import { onlyMade } from '../shared/made';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { type ExistingRole, existingRoleProblems } from './existing-role';
import { type Grant, grantProblems, ruleOf } from './grant';
import { RBAC_GROUP, type SubjectInput, subjectOf } from './rbac-subject';
import { presetGrants, presetProblems, presetRoles, type TeamPreset } from './team-preset';
import { type UrlGrant, urlGrantProblems, urlRule } from './url-grant';

export interface TeamRbacProps {
  /** Name of what is made; a binding of an existing role adds the role's name. `@default` the construct's id */
  readonly name?: string;
  /** Who gets the rights. */
  readonly subjects: readonly SubjectInput[];
  /** Rights inside namespaces, each with its own grants. */
  readonly namespaced?: NamespacedGrants | readonly NamespacedGrants[];
  /** Rights on the whole cluster; only the platform's owner may render them. */
  readonly clusterWide?: readonly (Grant | UrlGrant)[];
  /** Rights in namespaces by a word: viewer, developer or admin. `@default` - none */
  readonly preset?: TeamPreset;
  /** An existing ClusterRole for one namespace, such as `view` or `edit`. */
  readonly clusterRole?: { readonly name: string; readonly namespace: string; readonly reason?: string };
  /** Roles that exist already, or are made by cdk8s or cdk8s-plus; without a namespace for the whole cluster. */
  readonly existingRoles?: readonly ExistingRole[];
  /** Changes to single fields of all objects of a kind; `null` removes a field. */
  readonly overrides?: {
    readonly role?: Patch;
    readonly roleBinding?: Patch;
    readonly clusterRole?: Patch;
    readonly clusterRoleBinding?: Patch;
  };
}

/** Rights inside one namespace. */
export interface NamespacedGrants {
  /** Where the Role and the RoleBinding are made. */
  readonly namespace: string;
  /** What the subjects may do there. */
  readonly grants: readonly Grant[];
}

/**
 * Rights of a team: Role and RoleBinding in a namespace, ClusterRole and ClusterRoleBinding on the cluster, and these
 * only where they are asked for. A binding's role cannot be changed later: it is deleted and made anew.
 * @throws ToolError for rights that need a reason and have none, and for words that would grant nothing
 * @see https://kubernetes.io/docs/concepts/security/rbac-good-practices/
 * @example
 * import { TeamRbac } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const team = (chart: Chart) =>
 *   new TeamRbac(chart, 'shop-team', {
 *     subjects: [{ group: 'shop-team' }],
 *     namespaced: { namespace: 'shop', grants: [{ resources: ['pods', 'pods/log'], verbs: ['get', 'list', 'watch'] }] },
 *     clusterRole: { name: 'view', namespace: 'shop' },
 *   });
 */
export class TeamRbac extends Construct {
  /** The first of each; absent where none is made. */
  readonly rbacRole: KubeRole | undefined;
  readonly roleBinding: KubeRoleBinding | undefined;
  readonly clusterRole?: KubeClusterRole;
  readonly clusterRoleBinding: KubeClusterRoleBinding | undefined;
  /** All Roles that are made. */
  readonly rbacRoles: readonly KubeRole[];
  /** All RoleBindings that are made. */
  readonly roleBindings: readonly KubeRoleBinding[];
  /** All ClusterRoleBindings that are made. */
  readonly clusterRoleBindings: readonly KubeClusterRoleBinding[];

  constructor(scope: Construct, id: string, props: TeamRbacProps) {
    super(scope, id);
    const problems = problemsWith(this, 'TeamRbac', props, TeamRbac);
    const name = props.name ?? id;
    const namespaced = namespacedOf(props);
    const existing = existingRolesOf(props);
    const own = Chart.of(this).namespace;
    judgeTeamRbac(props, own, problems);
    problems.raise();
    const subjects = props.subjects.map((subject) => subjectOf(subject, own, problems));

    const roles: KubeRole[] = [];
    const bindings: KubeRoleBinding[] = [];
    const clusterBindings: KubeClusterRoleBinding[] = [];
    const patches = props.overrides ?? {};
    const bind = (childId: string, metadata: { name: string; namespace: string }, roleRef: RoleRef) => {
      const binding = new KubeRoleBinding(this, childId, { metadata, roleRef, subjects });
      bindings.push(override(binding, patches.roleBinding));
    };
    const bindCluster = (childId: string, bindingName: string, roleRef: RoleRef) => {
      const binding = new KubeClusterRoleBinding(this, childId, { metadata: { name: bindingName }, roleRef, subjects });
      clusterBindings.push(override(binding, patches.clusterRoleBinding));
    };
    for (const [index, { namespace, grants }] of namespaced.entries()) {
      const suffix = index === 0 ? '' : String(index + 1);
      const metadata = { name, namespace };
      const role = new KubeRole(this, `Role${suffix}`, { metadata, rules: grants.map(ruleOf) });
      roles.push(override(role, patches.role));
      bind(`RoleBinding${suffix}`, metadata, roleRef('Role', name));
    }
    for (const [index, { role, namespace }] of existing.entries()) {
      const ref = roleRef(role.kind, role.name);
      if (namespace === undefined) bindCluster(`ExistingClusterBinding${index}`, `${name}-${role.name}`, ref);
      else bind(`ExistingBinding${index}`, { name: `${name}-${role.name}`, namespace }, ref);
    }
    if (props.clusterWide !== undefined) {
      const role = new KubeClusterRole(this, 'ClusterRole', {
        metadata: { name },
        rules: props.clusterWide.map((grant) => ('resources' in grant ? ruleOf(grant) : urlRule(grant))),
      });
      this.clusterRole = override(role, patches.clusterRole);
      bindCluster('ClusterRoleBinding', name, roleRef('ClusterRole', name));
    }
    this.rbacRoles = roles;
    this.roleBindings = bindings;
    this.clusterRoleBindings = clusterBindings;
    this.rbacRole = roles[0];
    this.roleBinding = bindings[0];
    this.clusterRoleBinding = clusterBindings[0];
  }
}

/** What is wrong with a team's rights, before an object is made. @param own namespace of a ServiceAccount that names none */
export function judgeTeamRbac(props: TeamRbacProps, own: string | undefined, problems: Problems): void {
  const namespaced = namespacedOf(props);
  const existing = existingRolesOf(props);
  presetProblems(props.preset, problems);
  const bindsCluster = props.clusterWide !== undefined || existing.some(({ namespace }) => namespace === undefined);
  const bindsNamespaces = namespaced.length > 0 || existing.some(({ namespace }) => namespace !== undefined);
  onlyMade(
    props.overrides,
    {
      role: namespaced.length > 0 || 'there are no grants in namespaces',
      roleBinding: bindsNamespaces || 'there are no rights in namespaces',
      clusterRole: props.clusterWide !== undefined || 'clusterWide is not given',
      clusterRoleBinding: bindsCluster || 'there are no rights on the whole cluster',
    },
    problems,
  );
  for (const subject of props.subjects) subjectOf(subject, own, problems);
  problems.unless(
    props.subjects.length > 0,
    'there are no subjects, so nobody gets the rights.',
    'name a group, a user or a ServiceAccount.',
  );
  problems.unless(
    namespaced.length + existing.length > 0 || props.clusterWide !== undefined,
    'there are no rights to give.',
    'give preset, namespaced, clusterWide, clusterRole or existingRoles.',
  );
  const lists = [...namespaced.map(({ grants }) => grants), ...(props.clusterWide ? [props.clusterWide] : [])];
  for (const grants of lists) {
    problems.unless(grants.length > 0, 'a list of grants is empty.', 'give at least one, or leave the list out.');
    for (const grant of grants) judgeGrant(grant, problems);
  }
  const seen = new Set<string>();
  for (const { namespace } of namespaced) {
    problems.unless(!seen.has(namespace), `namespace ${namespace} is given twice.`, 'put its grants together.');
    seen.add(namespace);
  }
  for (const role of existing) existingRoleProblems(role, problems);
}

function judgeGrant(grant: Grant | UrlGrant, problems: Problems): void {
  if ('resources' in grant) grantProblems(grant, problems);
  else urlGrantProblems(grant, problems);
}

function namespacedOf({ namespaced, preset }: TeamRbacProps): readonly NamespacedGrants[] {
  return [...asList(namespaced), ...presetGrants(preset)];
}

function asList(given: TeamRbacProps['namespaced']): readonly NamespacedGrants[] {
  if (given === undefined) return [];
  return 'namespace' in given ? [given] : given;
}

function existingRolesOf({ clusterRole, existingRoles = [], preset }: TeamRbacProps): readonly ExistingRole[] {
  const others = [...existingRoles, ...presetRoles(preset)];
  if (clusterRole === undefined) return others;
  const { name, ...rest } = clusterRole;
  return [{ role: { kind: 'ClusterRole', name }, ...rest }, ...others];
}

function roleRef(kind: string, name: string): RoleRef {
  return { apiGroup: RBAC_GROUP, kind, name };
}
