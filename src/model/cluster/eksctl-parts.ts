import { defined } from '../defined';
import type { JsonObject } from '../json';
import { given } from './given';
import type { AddonInput, CapabilityInput } from './inputs';

/** An add-on as eksctl spells it. */
export function eksctlAddOn(addon: AddonInput): JsonObject {
  const { addonName, addonVersion, serviceAccountRoleArn, podIdentityAssociations = [], tags } = addon;
  const { configurationValues, resolveConflicts, namespaceConfig } = addon;
  return {
    name: addonName,
    ...defined({ version: addonVersion, serviceAccountRoleARN: serviceAccountRoleArn }),
    ...given({
      podIdentityAssociations: podIdentityAssociations.map(({ serviceAccount, roleArn }) => ({
        serviceAccountName: serviceAccount,
        roleARN: roleArn,
      })),
    }),
    ...defined({ configurationValues }),
    resolveConflicts: resolveConflicts.toLowerCase(),
    ...given({ namespaceConfig, tags }),
  };
}

/** A capability as eksctl spells it. */
export function eksctlCapability(capability: CapabilityInput): JsonObject {
  const { capabilityName, type, roleArn, deletePropagationPolicy, configuration, tags } = capability;
  return {
    name: capabilityName,
    type,
    roleArn,
    deletePropagationPolicy,
    ...given({ configuration: given({ argocd: configuration && argocdOf(configuration.argoCd) }), tags }),
  };
}

function argocdOf({
  namespace,
  awsIdc,
  networkAccess,
  rbacRoleMappings,
}: NonNullable<CapabilityInput['configuration']>['argoCd']) {
  return { namespace, ...given({ awsIdc, networkAccess, rbacRoleMappings }) };
}
