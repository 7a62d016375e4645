/**
 * Devices of nodes: the resource that a container asks for, which is also the key of the taint that such nodes usually
 * have, and the most that one instance has. EKS puts the taint on no node by itself.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/device-management.html
 * @see https://karpenter.sh/v1.14/concepts/scheduling/#accelerators-gpu
 */
export const ACCELERATORS = {
  nvidia: { resource: 'nvidia.com/gpu', most: 8, architectures: ['amd64', 'arm64'] },
  neuron: { resource: 'aws.amazon.com/neuron', most: 16, architectures: ['amd64'] },
} as const;
