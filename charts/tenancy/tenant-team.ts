import { wrongDnsSubdomain } from '../../src/grammar/dns';
import type { Grant } from '../identity/grant';
import type { SubjectInput } from '../identity/rbac-subject';
import type { TeamRbacProps } from '../identity/team-rbac';
import type { Problems } from '../shared/problems';

/** Who works in a tenant's namespace, and with which rights. */
export interface TenantTeam {
  /**
   * Name of the team's Role and RoleBinding; a binding of an existing role adds the role's name. A new name deletes the old
   * objects and makes new ones. `@default` team
   */
  readonly name?: string;
  /** Groups, users and ServiceAccounts. */
  readonly subjects: readonly SubjectInput[];
  /** An existing ClusterRole. `@default` edit, where no grants are given */
  readonly clusterRole?: 'view' | 'edit' | 'admin' | (string & {});
  /** Rights of their own, as a Role of the team's name. */
  readonly grants?: readonly Grant[];
}

/** A team among several, which are told apart by their names. */
export type NamedTeam = TenantTeam & { readonly name: string };

export const DEFAULT_TEAM = 'team';

export function teamRights(team: TenantTeam, namespace: string): TeamRbacProps {
  const { name = DEFAULT_TEAM, subjects, grants, clusterRole = grants === undefined ? 'edit' : undefined } = team;
  return {
    name,
    subjects,
    ...(grants === undefined ? {} : { namespaced: { namespace, grants } }),
    ...(clusterRole === undefined ? {} : { clusterRole: { name: clusterRole, namespace } }),
  };
}

/** Names of roles are less strict; these also name constructs. */
export function teamNameProblems(teams: readonly TenantTeam[], problems: Problems): void {
  const seen = new Set<string>();
  for (const { name = DEFAULT_TEAM } of teams) {
    const wrong = wrongDnsSubdomain(name);
    problems.unless(
      wrong === undefined,
      `no team can be called "${name}": ${wrong}.`,
      'use lower-case letters, digits and inner hyphens.',
    );
    problems.unless(
      !seen.has(name),
      `two teams of the namespace are called "${name}": the rights of one would replace those of the other.`,
      'give each a name of its own.',
    );
    seen.add(name);
  }
}
