import { eksOf, NOTHING } from '../../support/eks-cluster';
import type { Answer } from '../../support/eks-server';
import { ARN, read } from './recorded';

describe('reading many parts', () => {
  it('has no more than four calls under way, and reads all', async () => {
    const names = Array.from({ length: 25 }, (_one, index) => `group-${String(index).padStart(2, '0')}`);
    const answer = eksOf({
      ...NOTHING,
      DescribeCluster: () => ({ cluster: { name: 'test-cluster', arn: ARN, version: '1.34' } }),
      ListNodegroups: () => ({ nodegroups: names }),
      DescribeNodegroup: ({ names: [, nodegroupName] }) => ({ nodegroup: { nodegroupName } }),
    });
    let underWay = 0;
    let most = 0;
    const slow: Answer = (path, response) => {
      underWay += 1;
      most = Math.max(most, underWay);
      setTimeout(() => {
        underWay -= 1;
        answer(path, response);
      }, 5);
    };
    const { facts } = await read(slow);
    expect([facts.nodeGroups?.map(({ name }) => name), most]).toEqual([names, 4]);
  });
});
