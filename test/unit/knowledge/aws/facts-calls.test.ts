import { FACTS_CALLS, factsPolicy } from '../../../../src/knowledge/aws/facts-calls';

interface Policy {
  readonly Statement: readonly { readonly Action: readonly string[]; readonly Resource: readonly string[] }[];
}

describe('the policy of the reader', () => {
  const place = { partition: 'aws', region: 'eu-west-1', accountId: '111122223333', clusterName: 'shop' };
  const { Statement } = factsPolicy(place) as Policy;

  it('allows each call of the table once, and none that changes anything', () => {
    const actions = Statement.flatMap(({ Action }) => Action);
    expect([...actions].sort()).toEqual(
      Object.keys(FACTS_CALLS)
        .map((call) => `eks:${call}`)
        .sort(),
    );
    expect(actions.filter((action) => !/^eks:(Describe|List)[A-Za-z]+$/.test(action))).toEqual([]);
  });

  it('allows them on this cluster and its parts; what has no ARN, on `*`', () => {
    const part = 'arn:aws:eks:eu-west-1:111122223333:nodegroup/shop/*';
    const cluster = 'arn:aws:eks:eu-west-1:111122223333:cluster/shop';
    expect(Statement.find(({ Action }) => Action.includes('eks:DescribeNodegroup'))?.Resource).toEqual([cluster, part]);
    expect(Statement.find(({ Action }) => Action.includes('eks:DescribeCluster'))?.Resource).toEqual([cluster]);
    expect(Statement.filter(({ Resource }) => Resource.includes('*')).flatMap(({ Action }) => Action)).toEqual([
      'eks:DescribeAddonVersions',
      'eks:DescribeClusterVersions',
    ]);
  });
});
