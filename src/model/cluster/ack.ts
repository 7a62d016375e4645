import type { AccessEntryInput } from '../../knowledge/aws/access-entries';
import type { Association } from '../../knowledge/aws/pod-identity';
import { defined } from '../defined';
import type { JsonObject } from '../json';
import { ackCapability, ackCluster } from './ack-control-plane';
import { given } from './given';
import type {
  AddonInput,
  DescribedCluster,
  FargateProfileInput,
  IdentityProviderInput,
  NodegroupInput,
} from './inputs';

/** An object of ACK's controller for EKS. */
export interface AckObject {
  readonly kind:
    | 'Cluster'
    | 'Nodegroup'
    | 'FargateProfile'
    | 'Addon'
    | 'AccessEntry'
    | 'PodIdentityAssociation'
    | 'IdentityProviderConfig'
    | 'Capability';
  /** What the part is called beside the cluster's own name; absent for the cluster. */
  readonly part?: string;
  readonly spec: JsonObject;
  /** What finds it in AWS, where it is there already; absent where ACK has nothing to find it by. */
  readonly key?: JsonObject;
}

/**
 * A cluster as objects of ACK, which writes initialisms in capitals where EKS does not.
 * @see https://aws-controllers-k8s.github.io/community/reference/ (eks-controller 1.20)
 */
export function ackObjects(described: DescribedCluster): readonly AckObject[] {
  const { cluster, nodegroups, fargateProfiles, addons, capabilities, associations } = described;
  const clusterName = cluster.name;
  const entries = [...described.accessEntries, ...described.nodeEntries];
  return [
    { kind: 'Cluster', spec: ackCluster(cluster), key: { name: clusterName } },
    ...nodegroups.map((group): AckObject => nodegroupOf(group)),
    ...fargateProfiles.map((profile): AckObject => profileOf(profile)),
    ...addons.map((addon): AckObject => addonOf(addon)),
    ...entries.map((entry): AckObject => entryOf(entry)),
    ...associations.map((one): AckObject => associationOf(one)),
    ...described.identityProviders.map((one): AckObject => providerOf(one)),
    ...capabilities.map(
      (one): AckObject => ({
        kind: 'Capability',
        part: one.capabilityName,
        spec: ackCapability(one),
        key: { clusterName, name: one.capabilityName },
      }),
    ),
  ];
}

function nodegroupOf(group: NodegroupInput): AckObject {
  const { clusterName, nodegroupName, nodeRole, taints = [], nodeRepairConfig: _left, ...same } = group;
  return {
    kind: 'Nodegroup',
    part: nodegroupName,
    spec: given({
      ...same,
      clusterName,
      name: nodegroupName,
      nodeRole,
      taints: taints.map(({ key, value, effect }) => ({ key, ...defined({ value }), effect })),
    }),
    key: { clusterName, name: nodegroupName },
  };
}

function profileOf(profile: FargateProfileInput): AckObject {
  const { clusterName, fargateProfileName, podExecutionRoleArn, ...same } = profile;
  const spec = given({ ...same, clusterName, name: fargateProfileName, podExecutionRoleARN: podExecutionRoleArn });
  return { kind: 'FargateProfile', part: fargateProfileName, spec, key: { clusterName, name: fargateProfileName } };
}

function addonOf(addon: AddonInput): AckObject {
  const { clusterName, addonName, serviceAccountRoleArn, podIdentityAssociations = [], ...rest } = addon;
  const { namespaceConfig: _left, ...same } = rest;
  return {
    kind: 'Addon',
    part: addonName,
    spec: given({
      ...same,
      clusterName,
      name: addonName,
      serviceAccountRoleARN: serviceAccountRoleArn,
      podIdentityAssociations: podIdentityAssociations.map(({ serviceAccount, roleArn }) => ({
        serviceAccount,
        roleARN: roleArn,
      })),
    }),
    key: { clusterName, name: addonName },
  };
}

function entryOf(entry: AccessEntryInput): AckObject {
  const { clusterName, principalArn, type, kubernetesGroups, username, tags, accessPolicies = [] } = entry;
  return {
    kind: 'AccessEntry',
    part: principalArn.replace(/^.*:(?:role\/)?/, '').replaceAll('/', '-'),
    spec: given({
      clusterName,
      principalARN: principalArn,
      type,
      kubernetesGroups,
      username,
      accessPolicies: accessPolicies.map(({ policyArn, accessScope }) => ({ policyARN: policyArn, accessScope })),
      tags,
    }),
    key: { clusterName, principalARN: principalArn },
  };
}

/** An association is found by an id that only AWS knows, so that none is adopted. */
function associationOf({ roleArn, targetRoleArn, ...same }: Association): AckObject {
  const spec = given({ ...same, roleARN: roleArn, targetRoleARN: targetRoleArn });
  return { kind: 'PodIdentityAssociation', part: `${same.namespace}-${same.serviceAccount}`, spec };
}

/** No definition or guide says by which fields a provider is found, so that none is adopted. */
function providerOf({ clusterName, oidc, tags }: IdentityProviderInput): AckObject {
  const { issuerUrl, clientId, ...same } = oidc;
  const spec = given({ clusterName, oidc: { ...same, issuerURL: issuerUrl, clientID: clientId }, tags });
  return { kind: 'IdentityProviderConfig', part: oidc.identityProviderConfigName, spec };
}
