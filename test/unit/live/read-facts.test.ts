import { type Answer, fault, json } from '../../support/eks-server';
import { rejectionOf } from '../../support/thrown';
import { ARN, cluster, read } from './recorded';

describe('reading a live cluster', () => {
  it('refuses an answer that holds no cluster', async () => {
    expect(await rejectionOf(read((_path, response) => json(response, {})))).toBe(
      'AWS answered eks:DescribeCluster without a cluster.\nfix: run the command again later.',
    );
  });

  it('sorts, follows pages, and writes neither times nor certificates', async () => {
    const { facts } = await read(cluster);
    const group = (name: string) => ({ name, status: 'ACTIVE', minSize: 1, maxSize: 3 });
    expect(facts).toEqual({
      schemaVersion: 1,
      clusterName: 'test-cluster',
      accountId: '111122223333',
      region: 'eu-west-1',
      cluster: {
        arn: ARN,
        kubernetesVersion: '1.34',
        oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/ABC',
        vpcId: 'vpc-1',
        subnetIds: ['subnet-a', 'subnet-b'],
      },
      nodeGroups: [group('a'), group('b')],
      fargateProfiles: [{ name: 'games', status: 'ACTIVE', selectors: [{ namespace: 'games', labels: {} }] }],
    });
  });

  it('names every permission that is missing, each once', async () => {
    const denied: Answer = (path, response) =>
      path.endsWith('/test-cluster') ? cluster(path, response) : fault(response, 403, 'AccessDeniedException');
    const line = (action: string) =>
      `the credentials may not call eks:${action} on ${ARN}.\nfix: allow it: { "Effect": "Allow", "Action": ["eks:Describe*", "eks:List*"], "Resource": "arn:aws:eks:eu-west-1:111122223333:*" }.`;
    expect(await rejectionOf(read(denied))).toBe(`${line('ListNodegroups')}\n\n${line('ListFargateProfiles')}`);
  });

  it('refuses the cluster of another account before anything else is asked', async () => {
    const other: Answer = (_path, response) =>
      json(response, { cluster: { name: 'test-cluster', arn: ARN.replace('111122223333', '999988887777') } });
    expect(await rejectionOf(read(other))).toBe(
      'AWS answered for account 999988887777, not 111122223333: these credentials see another cluster than environments/test/environment.yaml declares. Nothing was written.\nfix: use credentials of the declared account, or correct the settings.',
    );
  });

  it('tries again when it is told to slow down', async () => {
    let first = true;
    const slow: Answer = (path, response) => {
      if (!first) return cluster(path, response);
      first = false;
      return fault(response, 429, 'ThrottlingException');
    };
    const { facts, calls } = await read(slow, 3);
    expect([facts.clusterName, calls.filter((call) => call.endsWith('/test-cluster')).length]).toEqual([
      'test-cluster',
      2,
    ]);
  });

  it.each<[string, Answer, string]>([
    [
      'an unknown cluster',
      (_p, r) => fault(r, 404, 'ResourceNotFoundException'),
      'EKS knows no test-cluster in account 111122223333, region eu-west-1 (eks:DescribeCluster).\nfix: correct clusterName, region or the credentials.',
    ],
    [
      'expired credentials',
      (_p, r) => fault(r, 403, 'ExpiredTokenException', 'expired'),
      'there are no usable AWS credentials (ExpiredTokenException: expired).\nfix: sign in to account 111122223333, for instance with `aws sso login`, and run the command again.',
    ],
    [
      'a service that is down',
      (_p, r) => fault(r, 503, 'ServiceUnavailableException'),
      'EKS did not answer eks:DescribeCluster after several tries (ServiceUnavailableException).\nfix: run the command again later.',
    ],
  ])('explains %s', async (_what, answer, message) => {
    expect(await rejectionOf(read(answer))).toBe(message);
  });

  it.each<[string, Answer]>([
    ['half an answer', (_p, r) => r.end('{"cluster":')],
    ['no answer at all', () => undefined],
    [
      'a page of a proxy',
      (_p, r) => {
        r.statusCode = 404;
        r.setHeader('content-type', 'text/html');
        r.end('<html></html>');
      },
    ],
  ])('takes %s for a failure, never for an absence', async (_what, answer) => {
    expect(await rejectionOf(read(answer))).toMatch(/^eks:DescribeCluster failed: /);
  });
});
