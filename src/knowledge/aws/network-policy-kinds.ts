/**
 * Kinds of the VPC CNI's network policies beside Kubernetes' own.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html (read in November 2026)
 */
export const APPLICATION_NETWORK_POLICY = {
  apiVersion: 'networking.k8s.aws/v1alpha1',
  kind: 'ApplicationNetworkPolicy',
} as const;
export const CLUSTER_NETWORK_POLICY = {
  apiVersion: 'networking.k8s.aws/v1alpha1',
  kind: 'ClusterNetworkPolicy',
} as const;

/** Custom networking of the VPC CNI. @see https://docs.aws.amazon.com/eks/latest/userguide/cni-custom-network.html */
export const ENI_CONFIG = { apiVersion: 'crd.k8s.amazonaws.com/v1alpha1', kind: 'ENIConfig' } as const;

/** As its schema has them. */
export const CLUSTER_POLICY_LIMITS = {
  /** Lower comes first. */
  priority: { least: 0, most: 1000 },
  /** Of each direction. */
  rules: 100,
  peers: 100,
  /** Blocks of addresses, or names of hosts, of one peer. */
  values: 25,
  ruleName: 100,
} as const;
