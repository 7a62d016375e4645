/**
 * Providers of OpenID Connect that people sign in at, as EKS takes them. No call changes one: it is taken off, and people
 * are locked out until the next one is there.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/authenticate-oidc-identity-provider.html (read 2026-11)
 */
export const IDENTITY_PROVIDERS_PER_CLUSTER = 1;

const SYSTEM = 'system:';

/** Whether a prefix is one that EKS refuses: `system:`, or any beginning of it. */
export function takesSystemNames(prefix: string): boolean {
  return prefix.startsWith(SYSTEM) || SYSTEM.startsWith(prefix);
}

/** Whether a provider may give a group: it has a claim for groups, and the name begins as its groups do. */
export function mayGiveGroup(
  { groupsClaim, groupsPrefix = '' }: { readonly groupsClaim?: string; readonly groupsPrefix?: string },
  group: string,
): boolean {
  return groupsClaim !== undefined && group.startsWith(groupsPrefix);
}
