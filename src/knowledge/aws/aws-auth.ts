/**
 * The ConfigMap that says who gets into a cluster of the old authentication modes.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html
 */
export const AWS_AUTH = { namespace: 'kube-system', name: 'aws-auth' } as const;

/** Annotation by which somebody says that a rendered aws-auth replaces the whole one on the cluster, and its only value. */
export const AWS_AUTH_ANNOTATION = 'cdk8s-eks/aws-auth';
export const WHOLE_CONFIG_MAP = 'whole ConfigMap';

/** The group that every node is in: a mapping without it has no nodes. */
export const NODES_GROUP = 'system:nodes';

const NODE_GROUPS = ['system:bootstrappers', NODES_GROUP] as const;

/**
 * What the mapping of a role of nodes says beside the role. Read on 2026-11-28.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/windows-support.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-getting-started.html
 */
export const NODE_MAPPINGS = {
  linux: { username: 'system:node:{{EC2PrivateDNSName}}', groups: NODE_GROUPS },
  windows: { username: 'system:node:{{EC2PrivateDNSName}}', groups: [...NODE_GROUPS, 'eks:kube-proxy-windows'] },
  fargate: { username: 'system:node:{{SessionName}}', groups: [...NODE_GROUPS, 'system:node-proxier'] },
} as const;

/** The authenticator compares roles without their paths: an entry with a path matches nobody. */
export function withoutPath(roleArn: string): string {
  return roleArn.replace(/:role\/.*\//, ':role/');
}
