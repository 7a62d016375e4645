/**
 * Who makes nodes for Pods that find none, and the kind of class that its NodePools name. Read on 2026-11-29.
 * @see https://karpenter.sh/v1.14/concepts/nodeclasses/
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html
 */
export const NODE_CLASSES = {
  karpenter: { group: 'karpenter.k8s.aws', version: 'v1', kind: 'EC2NodeClass' },
  autoMode: { group: 'eks.amazonaws.com', version: 'v1', kind: 'NodeClass' },
} as const;

/** Karpenter, or EKS Auto Mode, which runs it for you. */
export type NodeMaker = 'karpenter' | 'autoMode';

/** Kinds of classes of nodes: of Karpenter, and of EKS Auto Mode. */
export type NodeClassKind = 'EC2NodeClass' | 'NodeClass';

/** Both serve NodePools by the same group and version. */
export const NODE_POOL = { group: 'karpenter.sh', version: 'v1', kind: 'NodePool' } as const;

/** How people call them. */
export const MAKER_NAMES: Readonly<Record<NodeMaker, string>> = { karpenter: 'Karpenter', autoMode: 'EKS Auto Mode' };

/** Who reads classes of a group and kind; undefined for another kind. */
export function makerOfClass(group: string, kind: string): NodeMaker | undefined {
  const { karpenter, autoMode } = NODE_CLASSES;
  if (group === karpenter.group && kind === karpenter.kind) return 'karpenter';
  return group === autoMode.group && kind === autoMode.kind ? 'autoMode' : undefined;
}

/**
 * What EKS Auto Mode brings unless it is switched off: a class, and pools of on-demand nodes that cannot be edited.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/set-builtin-node-pools.html
 */
export const BUILT_IN_CLASS = 'default';
export const BUILT_IN_POOLS = [
  { name: 'general-purpose', architectures: ['amd64'], taints: [] },
  { name: 'system', architectures: ['amd64', 'arm64'], taints: [{ key: 'CriticalAddonsOnly', effect: 'NoSchedule' }] },
] as const;
