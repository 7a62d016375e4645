import { type AccessEntryInput, EKSCTL_ENTRY_TYPES } from '../../knowledge/aws/access-entries';
import { defined } from '../defined';
import type { JsonObject } from '../json';
import { given } from './given';
import type { DescribedCluster, IdentityProviderInput } from './inputs';

/** Who gets in, as eksctl spells it. It puts no tags on entries, and lets the nodes of its own groups in by itself. */
export function eksctlAccess({ cluster, accessEntries, nodeEntries }: DescribedCluster): JsonObject {
  const { authenticationMode, bootstrapClusterCreatorAdminPermissions } = cluster.accessConfig;
  const foreign = nodeEntries.filter(({ nodes }) => nodes !== 'selfManaged');
  const known = [...accessEntries, ...foreign].filter(({ type = 'STANDARD' }) => EKSCTL_ENTRY_TYPES.includes(type));
  return {
    authenticationMode,
    bootstrapClusterCreatorAdminPermissions,
    ...given({ accessEntries: known.map(entryOf) }),
  };
}

function entryOf({
  principalArn,
  type,
  kubernetesGroups,
  username,
  accessPolicies = [],
}: AccessEntryInput): JsonObject {
  return {
    principalARN: principalArn,
    ...defined({ type, kubernetesGroups, kubernetesUsername: username }),
    ...given({ accessPolicies: accessPolicies.map(policyOf) }),
  };
}

function policyOf({ policyArn, accessScope }: NonNullable<AccessEntryInput['accessPolicies']>[number]): JsonObject {
  const { type, namespaces } = accessScope;
  return { policyARN: policyArn, accessScope: { type, ...defined({ namespaces }) } };
}

/** A provider that people sign in at, as eksctl spells it. */
export function eksctlIdentityProvider({ oidc, tags }: IdentityProviderInput): JsonObject {
  const { identityProviderConfigName, issuerUrl, clientId, ...same } = oidc;
  return {
    type: 'oidc',
    name: identityProviderConfigName,
    issuerURL: issuerUrl,
    clientID: clientId,
    ...given({ ...same, tags }),
  };
}
