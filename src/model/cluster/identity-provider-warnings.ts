import type { EksEnvironment } from '../environment';
import type { SettingWarning } from './setting-warning';

/** What a provider may say of its people, and what the cluster then takes them for. */
export function identityProviderWarnings({ identity, network }: EksEnvironment): readonly SettingWarning[] {
  return (identity.identityProviders ?? []).flatMap((provider, index): readonly SettingWarning[] => {
    const { name, issuerUrl, groupsClaim, groupsPrefix, usernameClaim, usernamePrefix } = provider;
    const path = ['identity', 'identityProviders', index];
    const found: SettingWarning[] = [];
    if (groupsClaim !== undefined && groupsPrefix === undefined)
      found.push({
        path: [...path, 'groupsClaim'],
        message: `groups of ${name} have no prefix: a group there that is called as one of the cluster, system:masters too, has its rights here.`,
        fix: 'set groupsPrefix, such as `oidc:`, and name groups with it in bindings.',
      });
    if (usernamePrefix === '-')
      found.push({
        path: [...path, 'usernamePrefix'],
        message: `users of ${name} have no prefix: a person who may choose the claim ${usernameClaim ?? 'sub'} there may take the name of anybody here.`,
        fix: 'set a prefix such as `oidc:`.',
      });
    if (network.private === true)
      found.push({
        path: [...path, 'issuerUrl'],
        message: `AWS reads the keys of ${issuerUrl} from the internet, though nothing of this network leads there.`,
        fix: 'see that the address answers the internet; one inside of the VPC lets nobody in.',
      });
    return found;
  });
}
