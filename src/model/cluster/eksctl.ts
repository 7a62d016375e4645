import { defined } from '../defined';
import type { EksEnvironment } from '../environment';
import type { JsonObject } from '../json';
import { describeCluster } from './describe';
import { principalOf } from './describe-access';
import { eksctlAccess, eksctlIdentityProvider } from './eksctl-access';
import { eksctlLeavesOut } from './eksctl-leaves-out';
import { eksctlManagedGroup, eksctlSelfManagedGroup } from './eksctl-nodes';
import { eksctlAddOn, eksctlCapability } from './eksctl-parts';
import { eksctlVpc } from './eksctl-vpc';
import { given } from './given';
import type { ClusterInput, DescribedCluster } from './inputs';
import type { LeftOut } from './left-out';

/** A ClusterConfig of eksctl, and what it has no word for. */
export interface EksctlConfig {
  readonly document: JsonObject;
  readonly leftOut: readonly LeftOut[];
}

/**
 * The cluster of an environment as a ClusterConfig of eksctl.
 * @see https://eksctl.io/usage/schema/ (schema of 2026-08)
 */
export function eksctlConfig(environment: EksEnvironment): EksctlConfig {
  const described = describeCluster(environment);
  const { cluster, nodegroups, fargateProfiles, addons, capabilities } = described;
  const { compute, region, controlPlane } = environment;
  return {
    document: {
      apiVersion: 'eksctl.io/v1alpha5',
      kind: 'ClusterConfig',
      metadata: { name: cluster.name, region, version: cluster.version, ...given({ tags: cluster.tags }) },
      accessConfig: eksctlAccess(described),
      ...given({ addons: addons.map(eksctlAddOn) }),
      ...given({ addonsConfig: compute.autoMode ? { disableDefaultAddons: true } : undefined }),
      ...given({ autoModeConfig: autoModeOf(cluster) }),
      ...given({ capabilities: capabilities.map(eksctlCapability) }),
      cloudWatch: { clusterLogging: loggingOf(environment) },
      ...given({ controlPlaneScalingConfig: cluster.controlPlaneScalingConfig }),
      ...given({ fargateProfiles: fargateProfiles.map(fargateOf) }),
      iam: iamOf(environment, described),
      ...given({ iamIdentityMappings: mappingsOf(environment) }),
      ...given({ identityProviders: described.identityProviders.map(eksctlIdentityProvider) }),
      kubernetesNetworkConfig: {
        ipFamily: cluster.kubernetesNetworkConfig.ipFamily === 'ipv6' ? 'IPv6' : 'IPv4',
        ...defined({ serviceIPv4CIDR: cluster.kubernetesNetworkConfig.serviceIpv4Cidr }),
      },
      ...given({ managedNodeGroups: nodegroups.map((group) => eksctlManagedGroup(group, environment)) }),
      ...given({
        nodeGroups: compute.selfManagedNodeGroups.map((group) => eksctlSelfManagedGroup(group, environment)),
      }),
      ...given({ privateCluster: privateOf(environment) }),
      ...given({ remoteNetworkConfig: remoteOf(cluster, controlPlane.remoteNetworks?.gateway) }),
      ...given({ secretsEncryption: encryptionOf(cluster) }),
      upgradePolicy: { supportType: cluster.upgradePolicy.supportType },
      vpc: eksctlVpc(environment, cluster),
      zonalShiftConfig: { enabled: cluster.zonalShiftConfig.enabled },
    },
    leftOut: eksctlLeavesOut(environment),
  };
}

function autoModeOf({ computeConfig }: ClusterInput): JsonObject | undefined {
  if (computeConfig === undefined) return undefined;
  const { enabled, nodePools = [], nodeRoleArn } = computeConfig;
  return { enabled, nodePools, ...defined({ nodeRoleARN: nodeRoleArn }) };
}

function loggingOf({ controlPlane }: EksEnvironment): JsonObject {
  const { logs, logRetentionDays } = controlPlane;
  return { enableTypes: logs, ...(logs.length === 0 ? {} : { logRetentionInDays: logRetentionDays }) };
}

function fargateOf(profile: DescribedCluster['fargateProfiles'][number]): JsonObject {
  const { fargateProfileName, podExecutionRoleArn, subnets, selectors, tags } = profile;
  return {
    name: fargateProfileName,
    ...defined({ podExecutionRoleARN: podExecutionRoleArn }),
    subnets,
    selectors: selectors.map(({ namespace, labels }) => ({ namespace, ...given({ labels }) })),
    ...given({ tags }),
  };
}

/** Roles of apps that come by IRSA need the provider in any case. */
function iamOf(environment: EksEnvironment, { cluster, associations }: DescribedCluster): JsonObject {
  return {
    withOIDC: true,
    ...defined({ serviceRoleARN: cluster.roleArn }),
    ...given({
      podIdentityAssociations: associations.map((one) => ({
        namespace: one.namespace,
        serviceAccountName: one.serviceAccount,
        roleARN: one.roleArn,
        ...defined({ targetRoleARN: one.targetRoleArn, disableSessionTags: one.disableSessionTags }),
        ...given({ tags: environment.controlPlane.tags }),
      })),
    }),
  };
}

function mappingsOf(environment: EksEnvironment): readonly JsonObject[] {
  return (environment.identity.awsAuth ?? []).map((line) => ({
    arn: principalOf(environment, line),
    username: line.username,
    ...given({ groups: line.groups }),
    noDuplicateARNs: true,
  }));
}

/** Its endpoints are listed under `network.vpcEndpoints`, and made beside the VPC: eksctl would make them again. */
function privateOf({ network }: EksEnvironment): JsonObject | undefined {
  return network.private === true ? { enabled: true, skipEndpointCreation: true } : undefined;
}

function remoteOf({ remoteNetworkConfig }: ClusterInput, gateway: string | undefined): JsonObject | undefined {
  if (remoteNetworkConfig === undefined || gateway === undefined) return undefined;
  const { remoteNodeNetworks, remotePodNetworks = [] } = remoteNetworkConfig;
  const plain = (networks: readonly { readonly cidrs: readonly string[] }[]) =>
    networks.map(({ cidrs }) => ({ cidrs }));
  return {
    vpcGatewayID: gateway,
    remoteNodeNetworks: plain(remoteNodeNetworks),
    ...given({ remotePodNetworks: plain(remotePodNetworks) }),
  };
}

function encryptionOf({ encryptionConfig = [] }: ClusterInput): JsonObject | undefined {
  const [first] = encryptionConfig;
  return first === undefined ? undefined : { keyARN: first.provider.keyArn };
}
