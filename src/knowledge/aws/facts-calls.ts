/** Where a call's permission is asked for: at the cluster, at one of its parts, or at nothing that has an ARN. */
export type CallResource =
  | 'cluster'
  | 'nodegroup'
  | 'fargateprofile'
  | 'addon'
  | 'access-entry'
  | 'podidentityassociation'
  | 'identityproviderconfig'
  | 'capability'
  | 'none';

/**
 * Every call that `facts refresh` makes, with the ARNs that IAM compares. The policy of the reader is made of it, and a test
 * compares it with what is sent. A part's call has the cluster too, since IAM asks for either.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_eks.html
 */
export const FACTS_CALLS = {
  DescribeCluster: ['cluster'],
  DescribeClusterVersions: ['none'],
  ListNodegroups: ['cluster'],
  DescribeNodegroup: ['cluster', 'nodegroup'],
  ListFargateProfiles: ['cluster'],
  DescribeFargateProfile: ['cluster', 'fargateprofile'],
  ListAddons: ['cluster'],
  DescribeAddon: ['cluster', 'addon'],
  DescribeAddonVersions: ['none'],
  ListAccessEntries: ['cluster'],
  DescribeAccessEntry: ['cluster', 'access-entry'],
  ListAssociatedAccessPolicies: ['cluster', 'access-entry'],
  ListPodIdentityAssociations: ['cluster'],
  DescribePodIdentityAssociation: ['cluster', 'podidentityassociation'],
  ListIdentityProviderConfigs: ['cluster'],
  DescribeIdentityProviderConfig: ['cluster', 'identityproviderconfig'],
  ListInsights: ['cluster'],
  DescribeInsight: ['cluster'],
  ListCapabilities: ['cluster'],
  DescribeCapability: ['cluster', 'capability'],
  ListUpdates: ['cluster', 'nodegroup', 'addon'],
  DescribeUpdate: ['cluster', 'nodegroup', 'addon'],
} as const satisfies Readonly<Record<string, readonly [CallResource, ...CallResource[]]>>;

export type FactsCall = keyof typeof FACTS_CALLS;

interface Place {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  readonly clusterName: string;
}

/** The least that the reader of one cluster must be allowed: one statement for the same resources. */
export function factsPolicy({ partition, region, accountId, clusterName }: Place): object {
  const statements = new Map<string, { readonly actions: string[]; readonly resources: readonly string[] }>();
  for (const [call, places] of Object.entries(FACTS_CALLS)) {
    const resources = places.map((place) => {
      if (place === 'none') return '*';
      const end = place === 'cluster' ? clusterName : `${clusterName}/*`;
      return `arn:${partition}:eks:${region}:${accountId}:${place}/${end}`;
    });
    const key = resources.join(' ');
    const known = statements.get(key) ?? { actions: [], resources };
    known.actions.push(`eks:${call}`);
    statements.set(key, known);
  }
  return {
    Version: '2012-10-17',
    Statement: [...statements.values()].map(({ actions, resources }) => ({
      Effect: 'Allow',
      Action: actions.sort(),
      Resource: resources,
    })),
  };
}
