/** Kind that gives Pods security groups of their own; every EKS cluster has it. @see https://docs.aws.amazon.com/eks/latest/userguide/security-groups-for-pods.html */
export const SECURITY_GROUP_POLICY = { apiVersion: 'vpcresources.k8s.aws/v1beta1', kind: 'SecurityGroupPolicy' };

/**
 * How many security groups one network interface has: five, and AWS raises that for an account up to sixteen.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups (read in November 2026)
 */
export const GROUPS_PER_INTERFACE = { quota: 5, most: 16 } as const;

/**
 * Instance families without network interfaces for single Pods: those that begin with `t`. A Pod that a policy selects
 * is not scheduled there.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/security-groups-for-pods.html (read in November 2026)
 */
export const WITHOUT_POD_GROUPS = /^t\d[a-z]*\./;

/** The name of the setting that holds the cluster's own security group. */
export const CLUSTER_GROUP = 'cluster';
