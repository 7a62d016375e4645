/**
 * Logs of the control plane. Each goes to the group `/aws/eks/<cluster>/cluster` of CloudWatch; EKS has them off.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html (read 2026-11)
 */
export const CONTROL_PLANE_LOGS: readonly ControlPlaneLog[] = [
  'api',
  'audit',
  'authenticator',
  'controllerManager',
  'scheduler',
];

export type ControlPlaneLog = 'api' | 'audit' | 'authenticator' | 'controllerManager' | 'scheduler';

/** The group that EKS writes the logs of a control plane to; without a retention it grows for ever. */
export const logGroupOf = (clusterName: string) => `/aws/eks/${clusterName}/cluster`;

/**
 * Days that CloudWatch keeps a log group for.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html (read 2026-11)
 */
export const LOG_RETENTION_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/**
 * Sizes of a control plane; the provisioned ones are there from the second number on.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/eks-provisioned-control-plane.html (read 2026-11)
 */
export const SCALING_TIERS: readonly ScalingTier[] = ['standard', 'tier-xl', 'tier-2xl', 'tier-4xl', 'tier-8xl'];

export type ScalingTier = 'standard' | 'tier-xl' | 'tier-2xl' | 'tier-4xl' | 'tier-8xl';

/** The first version of Kubernetes that a provisioned tier is there for. */
export const FIRST_TIER_VERSION = '1.30';

/**
 * What EKS installs in a new cluster of the API, without keeping it, unless `bootstrapSelfManagedAddons` is false: all
 * three or none. An add-on that meets its own self-managed version fails, unless it overwrites. Read on 2026-11-30.
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html
 */
export const BOOTSTRAPPED_ADD_ONS: readonly string[] = ['vpc-cni', 'coredns', 'kube-proxy'];

/** What EKS runs for a cluster outside of its nodes, one of each type at most. */
export const CAPABILITY_TYPES: readonly CapabilityType[] = ['ACK', 'ARGOCD', 'KRO'];

export type CapabilityType = 'ACK' | 'ARGOCD' | 'KRO';

/** Node pools that EKS Auto Mode brings. @see https://docs.aws.amazon.com/eks/latest/userguide/set-builtin-node-pools.html */
export const AUTO_MODE_POOLS: readonly AutoModePool[] = ['general-purpose', 'system'];

export type AutoModePool = 'general-purpose' | 'system';
