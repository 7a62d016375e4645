import type { JsonObject } from '../json';
import { given } from './given';
import type { CapabilityInput, ClusterInput } from './inputs';

/** The control plane as ACK spells it. */
export function ackCluster(cluster: ClusterInput): JsonObject {
  const {
    roleArn,
    resourcesVpcConfig,
    kubernetesNetworkConfig,
    encryptionConfig = [],
    computeConfig,
    ...same
  } = cluster;
  const { subnetIds, securityGroupIds, endpointPrivateAccess, endpointPublicAccess, publicAccessCidrs } =
    resourcesVpcConfig;
  const { ipFamily, serviceIpv4Cidr, elasticLoadBalancing } = kubernetesNetworkConfig;
  return given({
    ...same,
    roleARN: roleArn,
    resourcesVPCConfig: {
      endpointPrivateAccess,
      endpointPublicAccess,
      ...given({ publicAccessCIDRs: publicAccessCidrs, securityGroupIDs: securityGroupIds, subnetIDs: subnetIds }),
    },
    kubernetesNetworkConfig: given({ ipFamily, serviceIPv4CIDR: serviceIpv4Cidr, elasticLoadBalancing }),
    encryptionConfig: encryptionConfig.map(({ resources, provider }) => ({
      resources,
      provider: { keyARN: provider.keyArn },
    })),
    computeConfig:
      computeConfig &&
      given({
        enabled: computeConfig.enabled,
        nodePools: computeConfig.nodePools,
        nodeRoleARN: computeConfig.nodeRoleArn,
      }),
  });
}

/** A capability as ACK spells it. */
export function ackCapability(capability: CapabilityInput): JsonObject {
  const { capabilityName, roleArn, configuration, ...same } = capability;
  return given({
    ...same,
    name: capabilityName,
    roleARN: roleArn,
    configuration: configuration && { argoCD: argoCdOf(configuration.argoCd) },
  });
}

function argoCdOf(argoCd: NonNullable<CapabilityInput['configuration']>['argoCd']): JsonObject {
  const { namespace, awsIdc, networkAccess, rbacRoleMappings } = argoCd;
  return {
    namespace,
    awsIDC: { idcInstanceARN: awsIdc.idcInstanceArn, idcRegion: awsIdc.idcRegion },
    ...given({ networkAccess: networkAccess && { vpceIDs: networkAccess.vpceIds }, rbacRoleMappings }),
  };
}
