import type { NodeMaker } from './kinds';

/**
 * Families of EKS images that an alias may name, and `amiFamily` as it then reads. Those of Windows have only the newest.
 * @see https://karpenter.sh/v1.14/concepts/nodeclasses/#specamiselectorterms
 */
export const AMI_ALIASES: Readonly<Record<string, string>> = {
  al2: 'AL2',
  al2023: 'AL2023',
  bottlerocket: 'Bottlerocket',
  windows2019: 'Windows2019',
  windows2022: 'Windows2022',
  windows2025: 'Windows2025',
};

/**
 * Families of images whose kubelet takes one name server; that of AL2023 takes several.
 * @see https://github.com/aws/karpenter-provider-aws/blob/v1.15.0/pkg/apis/v1/kubeletconfiguration_validation.go
 */
export const ONE_NAME_SERVER: readonly string[] = ['AL2', 'Bottlerocket', 'Windows'];

/**
 * AWS tags that the makers of nodes set themselves, by prefix or whole.
 * @see https://karpenter.sh/v1.14/concepts/nodeclasses/#spectags
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html
 */
export const REFUSED_TAGS: Readonly<Record<NodeMaker, readonly string[]>> = {
  karpenter: [
    'kubernetes.io/cluster',
    'eks:eks-cluster-name',
    'karpenter.sh/nodepool',
    'karpenter.sh/nodeclaim',
    'karpenter.k8s.aws/ec2nodeclass',
  ],
  autoMode: [
    'kubernetes.io/cluster',
    'karpenter.sh/provisioner-name',
    'karpenter.sh/nodepool',
    'karpenter.sh/nodeclaim',
    'karpenter.sh/managed-by',
    'eks.amazonaws.com/nodeclass',
  ],
};

/** MiB/s that a gp3 volume gets for each operation per second, at most. @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html#gp3-performance */
export const GP3_THROUGHPUT_PER_IOPS = 0.25;
/** What gp3 has where nothing is said. */
export const GP3_IOPS = 3000;

/**
 * Keys that maps of the kubelet may have; the server's expressions name them.
 * @see https://karpenter.sh/v1.14/concepts/nodeclasses/#speckubelet
 */
const RESERVED = ['cpu', 'memory', 'ephemeral-storage', 'pid'];
const SIGNALS = [
  'memory.available',
  'nodefs.available',
  'nodefs.inodesFree',
  'imagefs.available',
  'imagefs.inodesFree',
  'pid.available',
];
export const KUBELET_KEYS: Readonly<Record<string, readonly string[]>> = {
  kubeReserved: RESERVED,
  systemReserved: RESERVED,
  evictionHard: SIGNALS,
  evictionSoft: SIGNALS,
  evictionSoftGracePeriod: SIGNALS,
};

/** A tag that begins so is AWS's own. @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions */
export const AWS_TAG_PREFIX = 'aws:';

/** The name of an IAM role, without its path. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html */
export const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
