import { TestProject } from '../support/project';

const APP = `import { defineApp, NlbService, WebService } from 'cdk8s-eks';
export default defineApp({
  name: 'web',
  owner: 'platform',
  namespace: 'kube-system',
  charts(scope) {
    const image = '444455556666.dkr.ecr.eu-central-1.amazonaws.com/web@sha256:' + 'a'.repeat(64);
    const backend = new WebService(scope, 'web', { image, port: 8080 });
    new NlbService(scope, 'edge', { backend, scheme: 'internal' });
  },
});
`;

/** Production without Karpenter and with nothing that leads out of its VPC. */
function closed(app: string): TestProject {
  const project = new TestProject({ 'web.ts': app });
  const file = 'environments/prod/environment.yaml';
  project.edit(file, '  karpenter: true\n', '  karpenter: false\n');
  project.edit(file, 'network:\n', 'network:\n  private: true\n');
  return project;
}

describe('endpoints', () => {
  const run = (app: string, ...args: readonly string[]) => {
    const project = closed(app);
    try {
      return project.run(...args);
    } finally {
      project.remove();
    }
  };

  it('lists the VPC endpoints that the objects need, with what asks for each', () => {
    expect(run(APP, 'endpoints', '--env', 'prod').stdout).toBe(`prod, private
  com.amazonaws.eu-central-1.ec2 (interface)
    Service kube-system/edge: has a load balancer, which the controller makes
    nodes join the cluster, and the VPC CNI gives Pods their addresses
  com.amazonaws.eu-central-1.ecr.api (interface)
    nodes join the cluster, and the VPC CNI gives Pods their addresses
    Deployment kube-system/web: runs an image of ECR, whose layers lie in S3
  com.amazonaws.eu-central-1.ecr.dkr (interface)
    nodes join the cluster, and the VPC CNI gives Pods their addresses
    Deployment kube-system/web: runs an image of ECR, whose layers lie in S3
  com.amazonaws.eu-central-1.elasticloadbalancing (interface)
    Service kube-system/edge: has a load balancer, which the controller makes
  com.amazonaws.eu-central-1.s3 (gateway)
    nodes join the cluster, and the VPC CNI gives Pods their addresses
    Deployment kube-system/web: runs an image of ECR, whose layers lie in S3
  com.amazonaws.eu-central-1.sts (interface)
    nodes join the cluster, and the VPC CNI gives Pods their addresses

What programs call by themselves is not listed: their endpoints come in addition.
`);
  });

  it('lists them in JSON', () => {
    const { entries } = JSON.parse(run(APP, 'endpoints', '--env', 'prod', '-f', 'json').stdout);
    expect(entries.find(({ service }: { readonly service: string }) => service === 'elasticloadbalancing')).toEqual({
      environment: 'prod',
      private: true,
      service: 'elasticloadbalancing',
      type: 'interface',
      serviceName: 'com.amazonaws.eu-central-1.elasticloadbalancing',
      neededBy: [{ use: 'has a load balancer, which the controller makes', objects: ['Service kube-system/edge'] }],
    });
  });

  it('says so where no environment is on EKS', () =>
    expect(run(APP, 'endpoints', '--env', 'local').stdout).toBe(
      'no environment on EKS is among those that were rendered\n',
    ));

  it('is for an environment whose public images and load balancers are findings', () => {
    const key = 'service.beta.kubernetes.io/aws-load-balancer-scheme';
    const overrides = `overrides: { service: { metadata: { annotations: { '${key}': 'internet-facing' } } } }`;
    const open = APP.replace("scheme: 'internal'", overrides).replace(
      /const image = [^;]*;/,
      "const image = 'nginx:1.29';",
    );
    const { stdout, code } = run(open, 'check', '--env', 'prod', '--no-typecheck');
    expect(code).toBe(1);
    expect(stdout).toContain(
      'error eks/ban-public-endpoint: Service kube-system/edge: its load balancer is internet-facing',
    );
    expect(stdout).toContain('error eks/ban-public-image: Deployment kube-system/web: it runs nginx:1.29 of docker.io');
  });

  it('is for an environment in which constructs refuse a public load balancer', () => {
    const open = APP.replace("'internal'", "'internet-facing'");
    const { stdout, stderr, code } = run(open, 'check', '--env', 'prod', '--no-typecheck');
    expect(code).toBe(2);
    expect(stdout + stderr).toContain('scheme is "internet-facing", and environment prod is private');
  });
});
