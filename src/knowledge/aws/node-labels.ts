/**
 * Labels of nodes whose values follow from what the nodes are.
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/
 * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
 * @see https://karpenter.sh/v1.14/concepts/scheduling/#well-known-labels
 */
export const NODE_LABELS = {
  architecture: 'kubernetes.io/arch',
  instanceType: 'node.kubernetes.io/instance-type',
  region: 'topology.kubernetes.io/region',
  zone: 'topology.kubernetes.io/zone',
  /** EKS sets these two on the nodes of managed groups, and nobody on others. */
  managedGroup: 'eks.amazonaws.com/nodegroup',
  managedCapacity: 'eks.amazonaws.com/capacityType',
  /** Karpenter and EKS Auto Mode set these two. */
  pool: 'karpenter.sh/nodepool',
  capacity: 'karpenter.sh/capacity-type',
  /** Only nodes of EKS Auto Mode, hybrid nodes and Fargate have it: auto, hybrid, fargate. */
  computeType: 'eks.amazonaws.com/compute-type',
} as const;

/** Karpenter sets these, and Auto Mode the first kind too. */
export const KARPENTER_LABELS = 'karpenter.sh/';
export const KARPENTER_AWS_LABELS = 'karpenter.k8s.aws/';

/**
 * Only nodes of Auto Mode say of what kind they are in this way.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-pool.html#auto-supported-labels
 */
export function isAutoModeLabel(key: string): boolean {
  return key.startsWith('eks.amazonaws.com/instance-') || key === 'eks.amazonaws.com/nodeclass';
}

/** Labels that Kubernetes and EKS set themselves, from what only they know. */
export function isSystemLabel(key: string): boolean {
  const [domain = ''] = key.split('/');
  return key.includes('/') && /(^|\.)(kubernetes\.io|k8s\.io|eks\.amazonaws\.com|k8s\.aws)$/.test(domain);
}

/**
 * A name such as m7g.large says which processor it has: a `g` behind the generation is a Graviton, and so is an a1.
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export function architectureOf(instanceType: string): 'amd64' | 'arm64' {
  return /^(?:a1|[a-z]+\d+g[a-z0-9-]*)\./.test(instanceType) ? 'arm64' : 'amd64';
}
