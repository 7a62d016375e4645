import { spawn } from 'node:child_process';
import { eksOf, NOTHING } from '../support/eks-cluster';
import { type Answer, fault, json, withEks } from '../support/eks-server';
import { BINARY, TestProject } from '../support/project';

const ARN = 'arn:aws:eks:eu-central-1:444455556666:cluster/prod-eu-central-1';
const described = (more: object = {}) => ({
  cluster: { name: 'prod-eu-central-1', arn: ARN, version: '1.33', status: 'ACTIVE', ...more },
});
const cluster = eksOf({ ...NOTHING, DescribeCluster: () => described() });
const OLD =
  '{ "schemaVersion": 1, "clusterName": "prod-eu-central-1", "accountId": "444455556666", "region": "eu-central-1", "cluster": { "arn": "arn:aws:eks:eu-central-1:444455556666:cluster/prod-eu-central-1", "kubernetesVersion": "1.32" }, "addOns": [{ "name": "vpc-cni", "version": "v1" }] }';

describe('facts', () => {
  let project: TestProject;
  const FILE = 'environments/prod/facts.json';

  beforeEach(() => {
    project = new TestProject();
    project.write(FILE, OLD);
  });
  afterEach(() => project.remove());

  /** The process of the command asks this one, so it cannot be waited for without answering. */
  const run = (answer: Answer, ...args: readonly string[]) =>
    withEks(answer, async (endpoint) => {
      const env = {
        ...process.env,
        AWS_ENDPOINT_URL_EKS: endpoint,
        AWS_ACCESS_KEY_ID: 'a',
        AWS_SECRET_ACCESS_KEY: 'b',
        AWS_MAX_ATTEMPTS: '1',
        NO_COLOR: '1',
      };
      const child = spawn(process.execPath, [BINARY, '--project', project.root, ...args], { env });
      const said = { stdout: '', stderr: '' };
      child.stdout.on('data', (chunk: Buffer) => {
        said.stdout += chunk.toString();
      });
      child.stderr.on('data', (chunk: Buffer) => {
        said.stderr += chunk.toString();
      });
      const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
      return { code, ...said };
    });

  it('reads facts of an earlier version, and writes them anew', async () => {
    const { code, stdout, stderr } = await run(cluster, 'facts', 'refresh', 'prod');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('environments/prod/facts.json: written\n');
    expect(JSON.parse(project.read(FILE)).addOns).toEqual([]);
    const second = await run(cluster, 'facts', 'refresh', 'prod');
    expect(second.stdout).toContain('environments/prod/facts.json: unchanged\n');
  });

  it('writes what it may read, names the permission that is missing, and does not pass', async () => {
    const denied: Answer = (path, response) =>
      path.includes('/addons') ? fault(response, 403, 'AccessDeniedException') : cluster(path, response);
    const { code, stdout } = await run(denied, 'facts', 'refresh', 'prod');
    expect(code).toBe(4);
    expect(stdout).toContain(`unknown: the credentials may not call eks:ListAddons on ${ARN}.
fix: give them the policy that \`cdk8s-eks facts policy prod\` prints.
environments/prod/facts.json: written, without what could not be read
`);
    const facts = JSON.parse(project.read(FILE));
    expect([facts.addOns, facts.unread]).toEqual([
      undefined,
      [{ action: 'ListAddons', reading: 'addOns', reason: 'denied' }],
    ]);
  });

  it.each<[string, Answer, string]>([
    [
      'credentials that expire on the way',
      (path, response) =>
        path.endsWith('/insights') ? fault(response, 403, 'ExpiredTokenException', 'expired') : cluster(path, response),
      'error LIVE: there are no usable AWS credentials (ExpiredTokenException: expired).',
    ],
    [
      'throttling that does not end',
      (path, response) =>
        path.endsWith('/addons') ? fault(response, 429, 'ThrottlingException') : cluster(path, response),
      'error LIVE: EKS did not answer eks:ListAddons after several tries (ThrottlingException).',
    ],
    [
      'half an answer',
      (path, response) =>
        path.endsWith('/capabilities') ? void response.end('{"capabilities":[') : cluster(path, response),
      'error LIVE: eks:ListCapabilities failed: SyntaxError: ',
    ],
    [
      'a cluster that is being deleted',
      (_path, response) => json(response, described({ status: 'DELETING' })),
      'error LIVE: cluster prod-eu-central-1 is being deleted (status DELETING): what EKS says of it is true for minutes. Nothing was written.',
    ],
  ])('leaves the file as it was after %s', async (_what, answer, message) => {
    const { code, stderr } = await run(answer, 'facts', 'refresh', 'prod');
    expect([code, stderr.startsWith(message) ? message : stderr, project.read(FILE)]).toEqual([4, message, OLD]);
  });

  it('prints the policy of the reader without asking anybody', () => {
    const { code, stdout } = project.run('facts', 'policy', 'prod');
    const policy = JSON.parse(stdout);
    expect([code, policy.Statement[0]]).toEqual([
      0,
      {
        Effect: 'Allow',
        Action: expect.arrayContaining(['eks:DescribeCluster', 'eks:ListAddons']),
        Resource: [ARN],
      },
    ]);
  });
});
