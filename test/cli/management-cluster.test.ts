import { TestProject } from '../support/project';

const APP = `import { AppNamespace, defineApp, EksCluster } from 'cdk8s-eks';
export default defineApp({
  name: 'clusters',
  owner: 'platform',
  namespace: 'clusters',
  skip: { dev: 'the clusters are managed from staging', local: 'a laptop', prod: 'the clusters are managed from staging' },
  charts(scope) {
    new AppNamespace(scope, 'namespace', { name: 'clusters' });
    for (const of of ['dev', 'prod']) new EksCluster(scope, of, { of });
  },
});
`;

describe('a cluster that manages others', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject({ 'clusters.ts': APP });
    project.edit('environments/defaults.yaml', 'namespaces: [carts,', 'namespaces: [clusters, carts,');
  });
  afterEach(() => project.remove());

  const CLUSTERS = [
    'staging/clusters/clusters/cluster.eks.services.k8s.aws_dev-eu-west-1.yaml',
    'staging/clusters/clusters/cluster.eks.services.k8s.aws_prod-eu-central-1.yaml',
  ];

  it.each([[[]], [['--env', 'staging']], [['--sandbox', '--env', 'staging']], [['--verify-determinism']]])(
    'renders those of other environments, by their names, in the same bytes: %j',
    (flags) => {
      const { code, stdout } = project.run('synth', ...flags);
      expect([code, stdout.split('\n').filter((line) => /^(error|warning)/.test(line))]).toEqual([0, []]);
      const written = CLUSTERS.map((path) => project.read(`dist/${path}`));
      expect(written[1]).toContain('roleARN: arn:aws:iam::444455556666:role/eks/cluster');
      expect(written[0]).toContain('subnet-0d3d3d3d3d3d3a2');
    },
  );

  it('refuses values of a third environment in them', () => {
    project.edit(
      'apps/clusters.ts',
      '{ of });',
      "{ of, overrides: { cluster: { spec: { tags: { vpc: 'vpc-0e7e7e7e7e7e7' } } } } });",
    );
    const { code, stdout } = project.run('check', '--env', 'staging');
    expect(code).toBe(1);
    expect(stdout).toContain('it holds vpc-0e7e7e7e7e7e7, the VPC of environment prod');
    expect(stdout.match(/error eks\/ban-foreign-value/g)).toHaveLength(1);
  });
});
