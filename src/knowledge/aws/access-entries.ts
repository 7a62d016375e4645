/** An EKS access entry with its policies, in the words of EKS's API. */
export interface AccessEntryInput {
  readonly clusterName: string;
  readonly principalArn: string;
  readonly type?: string;
  readonly kubernetesGroups?: readonly string[];
  readonly username?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** What AssociateAccessPolicy takes for each, beside the cluster and the principal. */
  readonly accessPolicies?: readonly AssociatedPolicy[];
}

/** An access policy, and where its rights hold. */
export interface AssociatedPolicy {
  readonly policyArn: string;
  readonly accessScope: { readonly type: 'cluster' | 'namespace'; readonly namespaces?: readonly string[] };
}

/** The kind whose controller, ACK's for EKS, makes access entries. */
export const ACCESS_ENTRY_KIND = { group: 'eks.services.k8s.aws', kind: 'AccessEntry' } as const;

/** Annotation of a ConfigMap that writes down an entry which somebody makes outside the cluster: the entry as JSON. */
export const ACCESS_ENTRY_ANNOTATION = 'cdk8s-eks/access-entry';

/**
 * The types of an entry, and what each takes. Groups, a username and policies are for people and tools; EKS gives nodes
 * what they need. Read on 2026-11-28.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html
 */
export const ACCESS_ENTRY_TYPES: Readonly<Record<AccessEntryType, { groups: boolean; policies: boolean }>> = {
  STANDARD: { groups: true, policies: true },
  EC2: { groups: false, policies: true },
  EC2_LINUX: { groups: false, policies: false },
  EC2_WINDOWS: { groups: false, policies: false },
  FARGATE_LINUX: { groups: false, policies: false },
  HYBRID_LINUX: { groups: false, policies: false },
  HYPERPOD_LINUX: { groups: false, policies: false },
};

/**
 * The types that eksctl takes; it refuses the whole file for another. Read on 2026-11-30.
 * @see https://github.com/eksctl-io/eksctl/issues/8098 (and its schema of 2026-08)
 */
export const EKSCTL_ENTRY_TYPES: readonly string[] = ['STANDARD', 'EC2_LINUX', 'EC2_WINDOWS', 'FARGATE_LINUX'];

/**
 * What nodes of EKS Auto Mode need whose pools are not those that EKS brings, for which it makes the entry by itself.
 * Read on 2026-11-30.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html#auto-node-access-entry
 */
export const AUTO_NODE_ENTRY = { type: 'EC2', policy: 'AmazonEKSAutoNodePolicy' } as const;

/** A type of access entry. */
export type AccessEntryType =
  | 'STANDARD'
  | 'EC2'
  | 'EC2_LINUX'
  | 'EC2_WINDOWS'
  | 'FARGATE_LINUX'
  | 'HYBRID_LINUX'
  | 'HYPERPOD_LINUX';

/**
 * The access policies for people and tools. `reason` says which of them need one: they do everything, or read every Secret.
 * None of them covers custom kinds. EKS makes more policies for its own services. Read on 2026-11-28.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
 */
export const ACCESS_POLICIES: Readonly<Record<AccessPolicyName, { reason: 'always' | 'cluster' | 'never' }>> = {
  AmazonEKSClusterAdminPolicy: { reason: 'always' },
  AmazonEKSAdminPolicy: { reason: 'cluster' },
  AmazonEKSEditPolicy: { reason: 'cluster' },
  AmazonEKSAdminViewPolicy: { reason: 'cluster' },
  AmazonEKSSecretReaderPolicy: { reason: 'cluster' },
  AmazonEKSViewPolicy: { reason: 'never' },
  AmazonEKSClusterInsightsPolicy: { reason: 'never' },
  AmazonEKSAutoNodePolicy: { reason: 'never' },
};

/** The name of an access policy. */
export type AccessPolicyName =
  | 'AmazonEKSClusterAdminPolicy'
  | 'AmazonEKSAdminPolicy'
  | 'AmazonEKSEditPolicy'
  | 'AmazonEKSAdminViewPolicy'
  | 'AmazonEKSSecretReaderPolicy'
  | 'AmazonEKSViewPolicy'
  | 'AmazonEKSClusterInsightsPolicy'
  | 'AmazonEKSAutoNodePolicy';

/** The ARN of an access policy, which belongs to EKS itself, in the partition of the cluster. */
export function accessPolicyArn(partition: string, name: string): string {
  return `arn:${partition}:eks::aws:cluster-access-policy/${name}`;
}

/**
 * What names of groups and users cannot begin with: EKS keeps these for Kubernetes and itself. Read on 2026-11-28.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html
 */
export const RESERVED_PREFIXES = ['system:', 'eks:', 'aws:', 'amazon:', 'iam:'] as const;

/** What EKS puts in place of in a username: the name of the session with a role. */
export const SESSION_NAME = '{{SessionName}}';
