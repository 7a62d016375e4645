import { defined } from '../defined';
import type { EksEnvironment } from '../environment';
import type { AddOn, Capability } from './control-plane';
import {
  describeAccessEntries,
  describeAssociations,
  describeIdentityProviders,
  describeNodeEntries,
} from './describe-access';
import { describeControlPlane } from './describe-cluster';
import { describeFargateProfile, describeNodeGroup, tagsOf } from './describe-compute';
import type { AddonInput, ArgoCdInput, CapabilityInput, DescribedCluster } from './inputs';
import { declaredRole } from './role-arn';

/** The cluster of an environment in the words of EKS's API, from which everything that makes it is written. */
export function describeCluster(environment: EksEnvironment): DescribedCluster {
  const { compute, addOns, capabilities } = environment;
  return {
    cluster: describeControlPlane(environment),
    nodegroups: compute.managedNodeGroups.map((group) => describeNodeGroup(environment, group)),
    fargateProfiles: compute.fargateProfiles.map((profile) => describeFargateProfile(environment, profile)),
    addons: addOns.map((addOn) => addonOf(environment, addOn)),
    accessEntries: describeAccessEntries(environment),
    nodeEntries: describeNodeEntries(environment),
    associations: describeAssociations(environment),
    identityProviders: describeIdentityProviders(environment),
    capabilities: capabilities.map((capability) => capabilityOf(environment, capability)),
  };
}

function addonOf(environment: EksEnvironment, addOn: AddOn): AddonInput {
  const { name, version, iamRole, podIdentity, configuration, resolveConflicts, namespace } = addOn;
  const associations = podIdentity.map((one) => ({
    serviceAccount: one.serviceAccount,
    roleArn: declaredRole(environment, one.iamRole),
  }));
  return {
    clusterName: environment.clusterName,
    addonName: name,
    ...defined({ addonVersion: version, serviceAccountRoleArn: declaredRole(environment, iamRole) }),
    ...(associations.length === 0 ? {} : { podIdentityAssociations: associations }),
    ...defined({ configurationValues: configuration }),
    resolveConflicts,
    ...(namespace === undefined ? {} : { namespaceConfig: { namespace } }),
    ...tagsOf(environment.controlPlane),
  };
}

function capabilityOf(environment: EksEnvironment, { name, type, iamRole, argocd }: Capability): CapabilityInput {
  return {
    clusterName: environment.clusterName,
    capabilityName: name,
    type,
    roleArn: declaredRole(environment, iamRole),
    // EKS takes no other word: what the capability made stays.
    deletePropagationPolicy: 'RETAIN',
    ...(argocd === undefined ? {} : { configuration: { argoCd: argoCdOf(environment, argocd) } }),
    ...tagsOf(environment.controlPlane),
  };
}

function argoCdOf(environment: EksEnvironment, argocd: NonNullable<Capability['argocd']>): ArgoCdInput {
  const { identityCenter, identityCenterRegion = environment.region, vpcEndpoints, roles } = argocd;
  const rbacRoleMappings = roles.map(({ role, groups, users }) => ({
    role,
    identities: [
      ...groups.map((id) => ({ id, type: 'SSO_GROUP' as const })),
      ...users.map((id) => ({ id, type: 'SSO_USER' as const })),
    ],
  }));
  return {
    namespace: argocd.namespace ?? environment.gitops?.namespace ?? 'argocd',
    awsIdc: { idcInstanceArn: identityCenter, idcRegion: identityCenterRegion },
    ...(vpcEndpoints.length === 0 ? {} : { networkAccess: { vpceIds: vpcEndpoints } }),
    ...(rbacRoleMappings.length === 0 ? {} : { rbacRoleMappings }),
  };
}
