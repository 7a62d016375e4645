import { parseArn } from '../../../grammar/arn';
import { didYouMean } from '../../../model/suggest';
import type { Path } from '../plain-data';
import type { EksSettings } from '../schema';
import type { Say } from './rule';

/** A role that is named, and where; `own` ones EKS takes from the cluster's account only. */
interface Named {
  readonly path: Path;
  readonly name: string | undefined;
  readonly own: boolean;
}

/** Roles are named as under `identity.iamRoles`, and lie in the account where EKS takes no other. */
export function clusterRoleProblems(settings: EksSettings, say: Say): void {
  const { identity, accountId } = settings;
  const known = Object.keys(identity.iamRoles);
  for (const { path, name, own } of namedRoles(settings)) {
    if (name === undefined) continue;
    const role = Object.hasOwn(identity.iamRoles, name) ? identity.iamRoles[name] : undefined;
    if (role === undefined) {
      const message = `there is no role "${name}" under identity.iamRoles.${didYouMean(name, known)}`;
      say(path, message, 'declare it there, or name one of those.');
      continue;
    }
    const account = parseArn(role)?.account ?? accountId;
    if (!own || account === accountId) continue;
    const message = `${name} is a role of account ${account}; EKS takes it from account ${accountId}, that of the cluster, alone.`;
    say(path, message, 'name a role of the account.');
  }
}

function namedRoles({ controlPlane, compute, addOns, capabilities, identity }: EksSettings): readonly Named[] {
  const own = (path: Path, name: string | undefined): Named => ({ path, name, own: true });
  const groups = (['managedNodeGroups', 'selfManagedNodeGroups', 'fargateProfiles'] as const).flatMap((list) => {
    const roles: readonly { readonly iamRole?: string }[] = compute[list];
    return roles.map(({ iamRole }, index) => own(['compute', list, index, 'iamRole'], iamRole));
  });
  const shared = (['nodeIamRole', 'fargateIamRole', 'autoModeIamRole', 'karpenterIamRole'] as const).map((key) =>
    own(['compute', key], compute[key]),
  );
  return [
    own(['controlPlane', 'iamRole'], controlPlane.iamRole),
    ...shared,
    ...groups,
    ...addOns.flatMap(({ iamRole, podIdentity }, index) => [
      own(['addOns', index, 'iamRole'], iamRole),
      ...podIdentity.map((one, position) => own(['addOns', index, 'podIdentity', position, 'iamRole'], one.iamRole)),
    ]),
    ...capabilities.map(({ iamRole }, index) => own(['capabilities', index, 'iamRole'], iamRole)),
    ...rolesOfIdentity(identity),
  ];
}

function rolesOfIdentity({ accessEntries = [], podIdentityAssociations = [], awsAuth = [] }: EksSettings['identity']) {
  const other = (path: Path, name: string | undefined): Named => ({ path, name, own: false });
  return [
    ...accessEntries.map(({ iamRole }, index) => other(['identity', 'accessEntries', index, 'iamRole'], iamRole)),
    ...awsAuth.map(({ iamRole }, index) => other(['identity', 'awsAuth', index, 'iamRole'], iamRole)),
    ...podIdentityAssociations.flatMap(({ iamRole, targetIamRole }, index) => {
      const path = ['identity', 'podIdentityAssociations', index];
      return [
        { path: [...path, 'iamRole'], name: iamRole, own: true },
        other([...path, 'targetIamRole'], targetIamRole),
      ];
    }),
  ];
}
