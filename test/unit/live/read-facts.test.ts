import { describeProblem } from '../../../src/model/errors';
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
        encryptionKeyArns: [],
        kubernetesVersion: '1.34',
        oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/ABC',
        vpcId: 'vpc-1',
        subnetIds: ['subnet-a', 'subnet-b'],
      },
      nodeGroups: [group('a'), group('b')],
      fargateProfiles: [{ name: 'games', status: 'ACTIVE', selectors: [{ namespace: 'games', labels: {} }] }],
      addOns: [],
      addOnVersions: [],
      accessEntries: [],
      podIdentityAssociations: [],
      identityProviders: [],
      insights: [],
      capabilities: [],
      updates: [],
      clusterVersions: [],
    });
  });

  it('leaves out what the credentials may not read, and names every permission that is missing', async () => {
    const denied: Answer = (path, response) =>
      /\/(test-cluster|addons|addons\/supported-versions)$/.test(path.replace(/\?.*/, ''))
        ? cluster(path, response)
        : fault(response, 403, 'AccessDeniedException');
    const { facts, unread } = await read(denied);
    expect(unread.map((problem) => describeProblem(problem))).toEqual(
      [
        'ListNodegroups',
        'ListFargateProfiles',
        'DescribeClusterVersions',
        'ListAccessEntries',
        'ListPodIdentityAssociations',
        'ListIdentityProviderConfigs',
        'ListInsights',
        'ListCapabilities',
      ].map(
        (action) =>
          `the credentials may not call eks:${action} on ${ARN}.\nfix: give them the policy that \`cdk8s-eks facts policy test\` prints.`,
      ),
    );
    expect([Object.keys(facts).sort(), facts.unread?.[0]]).toEqual([
      [
        'accountId',
        'addOnVersions',
        'addOns',
        'cluster',
        'clusterName',
        'region',
        'schemaVersion',
        'unread',
        'updates',
      ],
      { reading: 'accessEntries', action: 'ListAccessEntries', reason: 'denied' },
    ]);
  });

  it('takes half a list for none: one node group that may not be described leaves all of them out', async () => {
    const { facts } = await read((path, response) =>
      path.endsWith('/node-groups/b') ? fault(response, 403, 'AccessDeniedException') : cluster(path, response),
    );
    expect([facts.nodeGroups, facts.unread]).toEqual([
      undefined,
      [{ reading: 'nodeGroups', action: 'DescribeNodegroup', reason: 'denied' }],
    ]);
  });

  it('leaves out what was deleted since it was listed', async () => {
    const { facts } = await read((path, response) =>
      path.endsWith('/node-groups/b') ? fault(response, 404, 'ResourceNotFoundException') : cluster(path, response),
    );
    expect(facts.nodeGroups?.map(({ name }) => name)).toEqual(['a']);
  });

  it('leaves out what the region does not know', async () => {
    const { facts, unread } = await read((path, response) =>
      path.endsWith('/capabilities') ? fault(response, 404, 'UnknownOperationException') : cluster(path, response),
    );
    expect([facts.capabilities, unread.map(({ message }) => message)]).toEqual([
      undefined,
      ['EKS in region eu-west-1 does not know the call eks:ListCapabilities (UnknownOperationException).'],
    ]);
  });

  it.each(['DELETING', 'CREATING', 'PENDING'])('refuses a cluster that is %s', async (status) => {
    const answer: Answer = (_path, response) =>
      json(response, { cluster: { name: 'test-cluster', arn: ARN, version: '1.34', status } });
    const [doing, fix] =
      status === 'DELETING'
        ? ['deleted', 'delete environments/test, or name another cluster in its settings.']
        : ['created', 'run the command again when the cluster is ACTIVE.'];
    expect(await rejectionOf(read(answer))).toBe(
      `cluster test-cluster is being ${doing} (status ${status}): what EKS says of it is true for minutes. Nothing was written.\nfix: ${fix}`,
    );
  });

  it('ends when all calls together take too long', async () => {
    const hanging: Answer = (path, response) => {
      if (path.endsWith('/test-cluster')) cluster(path, response);
    };
    const limits = { seconds: 30, whole: 0.3, bytes: 4096, names: 20 };
    expect(await rejectionOf(read(hanging, 1, limits))).toBe(
      'reading cluster test-cluster in region eu-west-1 did not end within 0.3 seconds. Nothing was written.\nfix: run the command again; where EKS slows the calls down, when others of the account make fewer.',
    );
  });

  it('asks no further where credentials expire on the way', async () => {
    const expiring: Answer = (path, response) =>
      path.endsWith('/test-cluster')
        ? cluster(path, response)
        : fault(response, 403, 'ExpiredTokenException', 'expired');
    expect(await rejectionOf(read(expiring))).toBe(
      'there are no usable AWS credentials (ExpiredTokenException: expired).\nfix: sign in to account 111122223333, for instance with `aws sso login`, and run the command again.',
    );
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
