import { parseArn } from '../../grammar/arn';
import { IRSA_AUDIENCE } from '../../knowledge/aws/irsa';
import { type Association, externalIdOf, POD_IDENTITY } from '../../knowledge/aws/pod-identity';
import type { EksEnvironment } from '../../model/environment';

function policy(statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

/**
 * What a role trusts whose Pods come by IRSA. The condition keys name the issuer without `https://`; an exact match, since
 * `*` under StringEquals matches nothing. The provider lies in the role's own account.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cross-account-access.html
 */
export function irsaPolicy(environment: EksEnvironment, issuer: string, roleArn: string, subjects: readonly string[]) {
  const account = parseArn(roleArn)?.account ?? environment.accountId;
  return policy([
    {
      Effect: 'Allow',
      Principal: { Federated: `arn:${environment.partition}:iam::${account}:oidc-provider/${issuer}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          [`${issuer}:sub`]: subjects.length === 1 ? subjects[0] : subjects,
          [`${issuer}:aud`]: IRSA_AUDIENCE,
        },
      },
    },
  ]);
}

/**
 * What a role of associations trusts: EKS, for one ServiceAccount each. Where session tags are off there are none to
 * compare, and the cluster is all that can be asked for.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
 */
export function podIdentityPolicy(environment: EksEnvironment, associations: readonly Association[]): object {
  const { accountId } = environment;
  return policy(
    associations.map((one) => ({
      Effect: 'Allow',
      Principal: { Service: POD_IDENTITY.principal },
      Action: POD_IDENTITY.actions,
      Condition: {
        StringEquals:
          one.disableSessionTags === true
            ? { 'aws:SourceAccount': accountId, 'aws:SourceArn': clusterArn(environment, one.clusterName) }
            : tagsOf(environment, one),
      },
    })),
  );
}

/**
 * What a target role trusts: the role of the association, for that ServiceAccount. Tagging stands in a statement of its
 * own where an external id is asked for, since tagging has none.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-assign-target-role.html
 */
export function targetPolicy(environment: EksEnvironment, associations: readonly Association[]): object {
  return policy(
    associations.flatMap((one): object[] => {
      const allowed = { Effect: 'Allow', Principal: { AWS: one.roleArn } };
      if (one.disableSessionTags !== true)
        return [{ ...allowed, Action: POD_IDENTITY.actions, Condition: { StringEquals: tagsOf(environment, one) } }];
      const externalId = externalIdOf(environment.region, environment.accountId, one);
      const [assume, tag] = POD_IDENTITY.actions;
      return [
        { ...allowed, Action: assume, Condition: { StringEquals: { 'sts:ExternalId': externalId } } },
        { ...allowed, Action: tag },
      ];
    }),
  );
}

/** What the role of associations has to be allowed, beside what its Pods do with it. */
export function chainPolicy(targets: readonly string[]): object {
  return policy([
    { Effect: 'Allow', Action: POD_IDENTITY.actions, Resource: targets.length === 1 ? targets[0] : targets },
  ]);
}

function tagsOf(environment: EksEnvironment, one: Association): Record<string, string> {
  return {
    'aws:RequestTag/eks-cluster-arn': clusterArn(environment, one.clusterName),
    'aws:RequestTag/kubernetes-namespace': one.namespace,
    'aws:RequestTag/kubernetes-service-account': one.serviceAccount,
  };
}

function clusterArn({ partition, region, accountId }: EksEnvironment, clusterName: string): string {
  return `arn:${partition}:eks:${region}:${accountId}:cluster/${clusterName}`;
}
