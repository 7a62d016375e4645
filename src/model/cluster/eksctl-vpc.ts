import type { EksEnvironment, Subnet } from '../environment';
import type { JsonObject } from '../json';
import { given } from './given';
import type { ClusterInput } from './inputs';

/**
 * A VPC that is there already, as eksctl spells it: subnets by names of their own, which are their ids.
 * @see https://github.com/eksctl-io/eksctl/blob/main/pkg/ctl/cmdutils/configfile.go (read in November 2026)
 */
export function eksctlVpc({ network }: EksEnvironment, { resourcesVpcConfig }: ClusterInput): JsonObject {
  const { endpointPrivateAccess, endpointPublicAccess, publicAccessCidrs, securityGroupIds } = resourcesVpcConfig;
  const { controlPlane = [] } = network.subnets;
  return {
    id: network.vpcId,
    subnets: { ...given({ private: mapOf(network.subnets.private), public: mapOf(network.subnets.public) }) },
    ...given({
      controlPlaneSubnetIDs: controlPlane.map(({ id }) => id),
      controlPlaneSecurityGroupIDs: securityGroupIds,
    }),
    // It makes a private cluster with the private endpoint alone, and refuses to be told so.
    ...(network.private === true
      ? {}
      : {
          clusterEndpoints: { privateAccess: endpointPrivateAccess, publicAccess: endpointPublicAccess },
          ...given({ publicAccessCIDRs: publicAccessCidrs }),
        }),
  };
}

function mapOf(subnets: readonly Subnet[]): JsonObject {
  return Object.fromEntries(subnets.map(({ id, availabilityZone }) => [id, { id, az: availabilityZone }]));
}
