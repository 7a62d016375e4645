import { CONTROL_PLANE_LOGS } from '../../knowledge/aws/control-plane';
import { authenticationModeOf } from '../authentication-mode';
import { defined } from '../defined';
import type { EksEnvironment } from '../environment';
import { textAt } from '../json';
import { AUTO_MODE_POOL_DEFAULTS } from './defaults';
import type { ClusterInput } from './inputs';
import { declaredRole } from './role-arn';
import { controlPlaneSubnetIds } from './subnets';

/** The control plane, in the words of EKS's API. */
export function describeControlPlane(environment: EksEnvironment): ClusterInput {
  const { controlPlane, clusterName, kubernetesVersion, compute } = environment;
  const { supportType, zonalShift, scalingTier, tags } = controlPlane;
  return {
    name: clusterName,
    version: kubernetesVersion,
    ...defined({ roleArn: declaredRole(environment, controlPlane.iamRole) }),
    resourcesVpcConfig: vpcConfigOf(environment),
    kubernetesNetworkConfig: networkOf(environment),
    logging: { clusterLogging: loggingOf(environment) },
    ...defined({ encryptionConfig: encryptionOf(environment) }),
    accessConfig: {
      authenticationMode: wantedAuthenticationMode(environment),
      bootstrapClusterCreatorAdminPermissions: controlPlane.creatorIsAdmin,
    },
    upgradePolicy: { supportType },
    zonalShiftConfig: { enabled: zonalShift },
    deletionProtection: isProtected(environment),
    ...(compute.autoMode ? autoModeOf(environment) : {}),
    ...defined({ remoteNetworkConfig: remoteOf(environment) }),
    ...(scalingTier === 'standard' ? {} : { controlPlaneScalingConfig: { tier: scalingTier } }),
    bootstrapSelfManagedAddons: !compute.autoMode,
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  };
}

/** As the settings or the last reading have it; otherwise access entries, beside aws-auth where that has lines. */
export function wantedAuthenticationMode(environment: EksEnvironment): string {
  const known = authenticationModeOf(environment);
  if (known !== undefined) return known;
  return (environment.identity.awsAuth ?? []).length > 0 ? 'API_AND_CONFIG_MAP' : 'API';
}

/** Unless the settings say otherwise, every cluster but one for development. */
export function isProtected({ controlPlane, tier }: EksEnvironment): boolean {
  return controlPlane.deletionProtection ?? tier !== 'development';
}

function vpcConfigOf(environment: EksEnvironment): ClusterInput['resourcesVpcConfig'] {
  const { endpoints, securityGroups } = environment.controlPlane;
  const groups = securityGroups.map((name) => textAt(environment.network.securityGroups, name) ?? name);
  return {
    subnetIds: controlPlaneSubnetIds(environment),
    ...(groups.length === 0 ? {} : { securityGroupIds: groups }),
    endpointPublicAccess: endpoints.public,
    endpointPrivateAccess: endpoints.private,
    ...(endpoints.public && endpoints.publicCidrs.length > 0 ? { publicAccessCidrs: endpoints.publicCidrs } : {}),
  };
}

function networkOf({ controlPlane, compute }: EksEnvironment): ClusterInput['kubernetesNetworkConfig'] {
  const { ipFamily, serviceCidr } = controlPlane;
  return {
    ipFamily,
    ...defined({ serviceIpv4Cidr: serviceCidr }),
    ...(compute.autoMode ? { elasticLoadBalancing: { enabled: true } } : {}),
  };
}

/** Also what is off is said, so that an update turns it off. */
function loggingOf({ controlPlane }: EksEnvironment): ClusterInput['logging']['clusterLogging'] {
  const on = CONTROL_PLANE_LOGS.filter((type) => controlPlane.logs.includes(type));
  const off = CONTROL_PLANE_LOGS.filter((type) => !controlPlane.logs.includes(type));
  return [
    ...(on.length === 0 ? [] : [{ types: on, enabled: true }]),
    ...(off.length === 0 ? [] : [{ types: off, enabled: false }]),
  ];
}

function encryptionOf({ controlPlane, storage }: EksEnvironment): ClusterInput['encryptionConfig'] {
  const { secretsKey } = controlPlane;
  const keyArn = secretsKey === undefined ? undefined : textAt(storage.kmsKeys, secretsKey);
  return keyArn === undefined ? undefined : [{ resources: ['secrets'], provider: { keyArn } }];
}

/** Auto Mode is on with its three parts, or off. */
function autoModeOf(environment: EksEnvironment): Pick<ClusterInput, 'computeConfig' | 'storageConfig'> {
  const { autoModePools = AUTO_MODE_POOL_DEFAULTS, autoModeIamRole } = environment.compute;
  const nodeRoleArn = declaredRole(environment, autoModeIamRole);
  return {
    computeConfig: {
      enabled: true,
      // EKS refuses the role of nodes where it brings no pools: an access entry lets those of your own in.
      ...(autoModePools.length === 0 ? {} : { nodePools: autoModePools, ...defined({ nodeRoleArn }) }),
    },
    storageConfig: { blockStorage: { enabled: true } },
  };
}

function remoteOf({ controlPlane }: EksEnvironment): ClusterInput['remoteNetworkConfig'] {
  const { remoteNetworks } = controlPlane;
  if (remoteNetworks === undefined) return undefined;
  const { nodes, pods } = remoteNetworks;
  return {
    remoteNodeNetworks: [{ cidrs: nodes }],
    ...(pods.length === 0 ? {} : { remotePodNetworks: [{ cidrs: pods }] }),
  };
}
