/** An EKS Pod Identity association, in the words of EKS's API. */
export interface Association {
  readonly clusterName: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly roleArn: string;
  /** A role, of another account too, that the first one is exchanged for. */
  readonly targetRoleArn?: string;
  readonly disableSessionTags?: boolean;
  /** A session policy as JSON. */
  readonly policy?: string;
}

/**
 * What the role of an association has to trust. Read on 2026-11-28.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 */
export const POD_IDENTITY = {
  principal: 'pods.eks.amazonaws.com',
  actions: ['sts:AssumeRole', 'sts:TagSession'],
} as const;

/**
 * Characters that STS takes of a session policy; that EKS has the same bound is not written anywhere.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const SESSION_POLICY_LENGTH = 2048;

/** The kind whose controller, ACK's for EKS, makes associations. */
export const ASSOCIATION_KIND = { group: 'eks.services.k8s.aws', kind: 'PodIdentityAssociation' } as const;

/** Annotation of a ServiceAccount whose association somebody makes outside the cluster: the association as JSON. */
export const ASSOCIATION_ANNOTATION = 'cdk8s-eks/pod-identity-association';

/** What EKS sends as the external id to a target role where session tags are off. */
export function externalIdOf(region: string, accountId: string, one: Association): string {
  return [region, accountId, one.clusterName, one.namespace, one.serviceAccount].join('/');
}
