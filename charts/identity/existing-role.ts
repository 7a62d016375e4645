import type { Problems } from '../shared/problems';

/** A role that exists already, and the namespace in which its subjects get its rights. */
export interface ExistingRole {
  /** By kind and name, or an object: ours of `k8s`, or cdk8s-plus's `Role` and `ClusterRole`. */
  readonly role: { readonly kind: string; readonly name: string };
  /** Where the subjects get its rights. `@default` - the whole cluster; only for a ClusterRole */
  readonly namespace?: string;
  /** Needed for `cluster-admin`, and for `admin` and `edit` on the whole cluster: they read every Secret. */
  readonly reason?: string;
}

export function existingRoleProblems({ role, namespace, reason }: ExistingRole, problems: Problems): void {
  problems.unless(
    role.kind === 'ClusterRole' || role.kind === 'Role',
    `${role.kind} ${role.name} is not a role.`,
    'name a Role or a ClusterRole.',
  );
  problems.unless(
    role.kind !== 'Role' || namespace !== undefined,
    `Role ${role.name} gives rights in one namespace only, and no namespace is given.`,
    'give its namespace.',
  );
  if ((reason ?? '').trim() !== '') return;
  problems.unless(
    role.name !== 'cluster-admin',
    'the role cluster-admin may do everything.',
    'name a smaller role, or give a reason.',
  );
  problems.unless(
    namespace !== undefined || !['admin', 'edit'].includes(role.name),
    `the role ${role.name} on the whole cluster reads every Secret, and so may do everything.`,
    'give a namespace, or a reason.',
  );
}
