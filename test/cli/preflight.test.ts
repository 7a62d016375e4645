import { SHOP, TestProject } from '../support/project';

/** What EKS would say of production as its settings describe it. */
const FACTS = {
  schemaVersion: 1,
  clusterName: 'prod-eu-central-1',
  accountId: '444455556666',
  region: 'eu-central-1',
  cluster: {
    arn: 'arn:aws:eks:eu-central-1:444455556666:cluster/prod-eu-central-1',
    kubernetesVersion: '1.33',
    oidcIssuer: 'oidc.eks.eu-central-1.amazonaws.com/id/E7E7E7E7E7E7E7E7E7E7E7E7E7E7E7E7',
    vpcId: 'vpc-0e7e7e7e7e7e7',
  },
  nodeGroups: [
    { name: 'general', capacityType: 'ON_DEMAND', instanceTypes: ['m6i.large', 'm7i.large'], labels: {} },
    {
      name: 'spot',
      capacityType: 'SPOT',
      instanceTypes: ['m6a.large', 'm6i.large', 'm7a.large', 'm7i.large'],
      labels: {},
      taints: [{ key: 'spot', value: 'true', effect: 'NO_SCHEDULE' }],
    },
  ],
  fargateProfiles: [{ name: 'games', selectors: [{ namespace: 'game-2048', labels: {} }] }],
  addOns: [{ name: 'metrics-server', version: 'v0.8.0-eksbuild.1' }],
  addOnVersions: [],
  insights: [],
  capabilities: [{ name: 'argocd', type: 'ARGOCD', status: 'ACTIVE', namespace: 'argocd' }],
  podIdentityAssociations: [],
  identityProviders: [],
  updates: [],
};

describe('preflight', () => {
  let project: TestProject;
  const facts = (change: object = {}) =>
    project.write('environments/prod/facts.json', JSON.stringify({ ...FACTS, ...change }));

  beforeAll(() => {
    project = new TestProject({ 'shop.ts': SHOP });
  });
  afterAll(() => project.remove());

  it('prints the table: what fits, what does not, what is not known, each with its fix', () => {
    facts({ cluster: { ...FACTS.cluster, vpcId: 'vpc-9' } });
    const { code, stdout, stderr } = project.run('preflight', 'prod');
    expect([code, stderr]).toEqual([1, '']);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('prod: cluster prod-eu-central-1');
    expect(lines).toContain(
      '  ok       version                   prod-eu-central-1: the cluster runs the version that the settings name.',
    );
    expect(lines.join('\n')).toContain(
      `  problem  network                   network.vpcId: the settings say vpc-0e7e7e7e7e7e7, and the cluster has vpc-9: rules and load balancers are made for another VPC.
                                     fix: write vpc-9 in environments/prod/environment.yaml, or name the cluster that is meant.
`,
    );
    expect(lines.join('\n')).toContain(
      `  unknown  access-entries            prod-eu-central-1: facts.json does not hold accessEntries: facts.json is older than this reading.
  unknown  described-access-entries  prod-eu-central-1: facts.json does not hold accessEntries: facts.json is older than this reading.
                                     fix: run \`cdk8s-eks facts refresh prod\`.
`,
    );
    expect(lines.at(-2)).toMatch(/^\d+ ok, 1 problem, 2 warnings, \d+ unknown$/);
  });

  it('passes with what is unknown, and fails on it where it is asked to', () => {
    facts();
    expect(project.run('preflight', 'prod').code).toBe(0);
    expect(project.run('preflight', 'prod', '--strict').code).toBe(1);
  });

  it('prints it in JSON', () => {
    facts();
    const { environment, clusterName, rows, summary } = JSON.parse(
      project.run('preflight', 'prod', '-f', 'json').stdout,
    );
    expect([environment, clusterName, summary.problem, rows[0]]).toEqual([
      'prod',
      'prod-eu-central-1',
      0,
      {
        check: 'version',
        state: 'ok',
        subject: 'prod-eu-central-1',
        message: 'the cluster runs the version that the settings name.',
      },
    ]);
  });

  it('says that nothing is known where the cluster was never read, with one fix for all', () => {
    project.delete('environments/prod/facts.json');
    const { code, stdout } = project.run('preflight', 'prod');
    expect([code, stdout.match(/fix: /g)?.length, stdout.split('\n').at(-2)]).toEqual([
      0,
      1,
      '0 ok, 0 problems, 35 unknown',
    ]);
  });

  it('is for clusters on EKS', () => {
    const { code, stderr } = project.run('preflight', 'local');
    expect([code, stderr]).toEqual([
      2,
      'error ARGUMENTS: local is a plain Kubernetes cluster; facts are read from Amazon EKS.\nfix: name an environment with platform: eks.\n',
    ]);
  });
});
