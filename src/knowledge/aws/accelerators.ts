/**
 * Devices of nodes: the resource that a container asks for, the key of the taint that such nodes usually have, the most that
 * one instance has, the class of the driver that hands out the same devices by claims, and the families and categories of
 * instances that have them. EKS puts the taint on no node by itself.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/device-management.html (read 2026-11)
 * @see https://karpenter.sh/v1.14/concepts/scheduling/#accelerators-gpu (read 2026-11)
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html (read 2026-11)
 */
export const ACCELERATORS = {
  nvidia: {
    resource: 'nvidia.com/gpu',
    taint: 'nvidia.com/gpu',
    most: 8,
    architectures: ['amd64', 'arm64'],
    deviceClass: 'gpu.nvidia.com',
    families: /^(?:p\d|g(?!4ad)\d|gr\d)/,
    categories: ['p', 'g', 'gr'],
  },
  neuron: {
    resource: 'aws.amazon.com/neuron',
    taint: 'aws.amazon.com/neuron',
    most: 16,
    architectures: ['amd64'],
    deviceClass: 'neuron.aws.com',
    families: /^(?:inf|trn)\d/,
    categories: ['inf', 'trn'],
  },
  neuroncore: {
    resource: 'aws.amazon.com/neuroncore',
    taint: 'aws.amazon.com/neuron',
    most: 128,
    architectures: ['amd64'],
    deviceClass: 'neuron.aws.com',
    families: /^(?:inf|trn)\d/,
    categories: ['inf', 'trn'],
  },
  amd: {
    resource: 'amd.com/gpu',
    taint: 'amd.com/gpu',
    most: 4,
    architectures: ['amd64'],
    families: /^g4ad\b/,
    categories: ['g'],
  },
  gaudi: {
    resource: 'habana.ai/gaudi',
    taint: 'habana.ai/gaudi',
    most: 8,
    architectures: ['amd64'],
    families: /^dl1\b/,
    categories: ['dl'],
  },
} as const;

/**
 * Interfaces of the Elastic Fabric Adapter. They reach no further than one availability zone.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/node-efa.html (read 2026-11)
 * @see https://karpenter.sh/v1.14/reference/instance-types/ (read 2026-11: 32 of p5.48xlarge)
 */
export const EFA = {
  resource: 'vpc.amazonaws.com/efa',
  most: 32,
  deviceClass: 'efa.networking.k8s.aws',
  /**
   * Types that are too small for any: burstable ones, and the smallest sizes of general, compute and memory families. Of the
   * others, which may have some, a Pod is never refused.
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa.html#efa-instance-types
   */
  never: /^(?:t\d[a-z]*\.|[cmr]\d[a-z]*\.(?:medium|x?large|2xlarge)$)/,
} as const;

/** Pages of memory that the kubelet holds ready, and where programs look for them. */
export const HUGE_PAGES = { resource: 'hugepages-2Mi', medium: 'HugePages-2Mi', path: '/dev/hugepages' } as const;
