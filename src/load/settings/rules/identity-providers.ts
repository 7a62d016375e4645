import { IDENTITY_PROVIDERS_PER_CLUSTER, takesSystemNames } from '../../../knowledge/aws/identity-providers';
import type { EksSettings } from '../schema';
import type { Say } from './rule';

/** What EKS takes of the providers that people sign in at. */
export function identityProviderProblems({ identity }: EksSettings, say: Say): void {
  for (const [index, provider] of (identity.identityProviders ?? []).entries()) {
    const path = ['identity', 'identityProviders', index];
    if (index >= IDENTITY_PROVIDERS_PER_CLUSTER) {
      const message = `${provider.name} is one too many: EKS takes one provider of a cluster, and refuses a second one.`;
      say(path, message, 'keep one; a provider that knows both, such as Cognito or Dex, may stand before them.');
    }
    for (const key of ['usernamePrefix', 'groupsPrefix'] as const) {
      const prefix = provider[key];
      if (prefix === undefined || !takesSystemNames(prefix)) continue;
      const message = `"${prefix}" is of \`system:\`, the names that Kubernetes keeps for itself; EKS refuses it.`;
      say([...path, key], message, 'choose a prefix such as `oidc:`.');
    }
    if (provider.groupsPrefix !== undefined && provider.groupsClaim === undefined) {
      const message = 'a prefix of groups is given and no claim that holds groups, so that nobody is in one.';
      say([...path, 'groupsPrefix'], message, 'give groupsClaim, such as `groups`, or remove the prefix.');
    }
  }
}
