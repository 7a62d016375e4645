import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  CreateClusterCommand,
  CreateFargateProfileCommand,
  CreateNodegroupCommand,
  EKSClient,
} from '@aws-sdk/client-eks';
import { freePort } from '../support/free-port';
import { ROOT, SHOP, TestProject } from '../support/project';

/** Made once by test/contract/moto/install.sh. */
const SERVER = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  'cdk8s-eks',
  'moto-venv',
  'bin',
  'moto_server',
);
const there = existsSync(SERVER);
if (!there)
  console.warn('the EKS server of moto was not asked: run test/contract/moto/install.sh once (needs Python 3)');

(there ? describe : describe.skip)('facts, read from moto’s EKS', () => {
  let server: ChildProcess;
  let front: ChildProcess;
  let endpoint: string;
  let project: TestProject;
  /** moto’s account; its clusters are in no other. */
  const ACCOUNT = '123456789012';

  beforeAll(async () => {
    const [port, frontPort] = [await freePort(), await freePort()];
    const moto = `http://127.0.0.1:${port}`;
    endpoint = `http://127.0.0.1:${frontPort}`;
    server = spawn(SERVER, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    const script = [join(ROOT, 'scripts', 'run.mjs'), join(ROOT, 'test', 'contract', 'moto', 'front.ts')];
    front = spawn(process.execPath, [...script, moto, String(frontPort)], { stdio: 'ignore', cwd: ROOT });
    for (const one of [server, front]) process.once('exit', () => one.kill('SIGKILL'));
    await ready(endpoint);
    const client = new EKSClient({
      endpoint,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    const name = 'prod-eu-central-1';
    const roleArn = `arn:aws:iam::${ACCOUNT}:role/r`;
    const subnets = ['subnet-0e7e7e7e7e7e7a2', 'subnet-0e7e7e7e7e7e7b2'];
    await client.send(
      new CreateClusterCommand({ name, version: '1.33', roleArn, resourcesVpcConfig: { subnetIds: subnets } }),
    );
    for (let i = 0; i < 105; i++) {
      await client.send(
        new CreateNodegroupCommand({
          clusterName: name,
          nodegroupName: `group-${String(i).padStart(3, '0')}`,
          nodeRole: roleArn,
          subnets,
          scalingConfig: { minSize: 1, maxSize: 2, desiredSize: 1 },
        }),
      );
    }
    await client.send(
      new CreateFargateProfileCommand({
        clusterName: name,
        fargateProfileName: 'games',
        podExecutionRoleArn: roleArn,
        selectors: [{ namespace: 'game-2048' }],
      }),
    );
    project = new TestProject({ 'shop.ts': SHOP });
    for (const file of ['prod/environment.yaml'])
      project.write(`environments/${file}`, project.read(`environments/${file}`).replaceAll('444455556666', ACCOUNT));
  });

  afterAll(() => {
    front?.kill('SIGKILL');
    server?.kill('SIGKILL');
    project?.remove();
  });

  const run = (...args: readonly string[]) => {
    process.env['AWS_ENDPOINT_URL_EKS'] = endpoint;
    // The SDK speaks about the age of Node on stderr, which is not what is looked at here.
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    });
    return project.run(...args);
  };

  it('writes more than one page, and nothing new the second time', () => {
    const first = run('facts', 'refresh', 'prod');
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout.endsWith('environments/prod/facts.json: written\n')).toBe(true);
    const facts = JSON.parse(project.read('environments/prod/facts.json'));
    expect([facts.nodeGroups.length, facts.nodeGroups[104].name, facts.fargateProfiles]).toEqual([
      105,
      'group-104',
      [
        {
          name: 'games',
          podExecutionRoleArn: `arn:aws:iam::${ACCOUNT}:role/r`,
          selectors: [{ labels: {}, namespace: 'game-2048' }],
          status: 'ACTIVE',
          subnetIds: [],
        },
      ],
    ]);
    expect(facts.addOns.map((one: { readonly name: string }) => one.name)).toEqual(['aws-ebs-csi-driver', 'vpc-cni']);
    expect(facts.unread).toBeUndefined();
    const before = project.read('environments/prod/facts.json');
    expect(run('facts', 'refresh', 'prod').stdout.endsWith('environments/prod/facts.json: unchanged\n')).toBe(true);
    expect(project.read('environments/prod/facts.json')).toBe(before);
  });

  it('says what environment.yaml and the cluster disagree about', () => {
    const ran = run('facts', 'check', 'prod', '--format', 'json');
    expect(ran.code).toBe(1);
    const report = JSON.parse(ran.stdout);
    expect(report.drift).toEqual([]);
    expect([...new Set(report.disagreements.map((one: { field: string }) => one.field))]).toContain(
      'compute.managedNodeGroups',
    );
  });

  it('writes nothing for a cluster of another account', () => {
    project.edit('environments/prod/environment.yaml', `accountId: "${ACCOUNT}"`, 'accountId: "444455556666"');
    const text = project.read('environments/prod/environment.yaml').replaceAll(`:${ACCOUNT}:`, ':444455556666:');
    project.write('environments/prod/environment.yaml', text);
    project.write(
      'environments/prod/facts.json',
      project.read('environments/prod/facts.json').replaceAll(ACCOUNT, '444455556666'),
    );
    const before = project.read('environments/prod/facts.json');
    const ran = run('facts', 'refresh', 'prod');
    expect([ran.code, ran.stderr.split('\n')[0]]).toEqual([
      2,
      `error FACTS: AWS answered for account ${ACCOUNT}, not 444455556666: these credentials see another cluster than environments/prod/environment.yaml declares. Nothing was written.`,
    ]);
    expect(project.read('environments/prod/facts.json')).toBe(before);
  });
});

async function ready(endpoint: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      await fetch(`${endpoint}/moto-api/`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  throw new Error(`moto did not answer at ${endpoint}`);
}
