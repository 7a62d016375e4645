import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadEnvironments } from '../../../../src/load/settings/environments';
import { messageOf } from '../../../support/thrown';

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'cdk8s-eks-inherited-'));
});
afterEach(() => rmSync(project, { recursive: true }));

const PARENT = [
  'platform: eks',
  'tier: production',
  'kubernetesVersion: "1.34"',
  'domain: shop.example.com',
  'accountId: "012345678901"',
  'owners: {}',
  'network:',
  '  vpcId: vpc-0123456789abcdef0',
  '  cidrs: [10.0.0.0/16]',
  '  subnets: { private: [] }',
];

/** An environment in a region, with subnets there. */
const own = (name: string, region = 'eu-west-1') => [
  'extends: eks.yaml',
  `clusterName: ${name}`,
  `region: ${region}`,
  'network:',
  '  subnets:',
  '    private:',
  `      - { id: subnet-0123456789abcdef0, availabilityZone: ${region}a }`,
  `      - { id: subnet-0123456789abcdef1, availabilityZone: ${region}b }`,
];
const PLAIN = [
  'platform: kubernetes',
  'tier: development',
  'kubernetesVersion: "1.34"',
  'clusterName: kind',
  'domain: localhost.example.com',
  'owners: {}',
  'ingressClassName: nginx',
  'storageClasses: { block: standard, shared: standard }',
];

type Files = Readonly<Record<string, readonly string[]>>;

function write(files: Files): void {
  for (const [file, lines] of Object.entries(files)) {
    mkdirSync(dirname(join(project, 'environments', file)), { recursive: true });
    writeFileSync(join(project, 'environments', file), `${lines.join('\n')}\n`);
  }
}

function refused(files: Files): string {
  write(files);
  return messageOf(() => loadEnvironments(project));
}

const CERTIFICATE = [
  'certificates:',
  '  - arn: arn:aws:acm:eu-west-1:012345678901:certificate/1',
  '    domains: [shop.example.com]',
];

describe('a problem that environments inherit', () => {
  it('8.3 names the one that is wrong, both places, and a repair that leaves the others alone', () => {
    const said = refused({
      'eks.yaml': [...PARENT, ...CERTIFICATE],
      'eu/environment.yaml': own('eu'),
      'eu2/environment.yaml': own('eu2'),
      'us/environment.yaml': own('us', 'us-east-1'),
    });
    expect(
      said,
    ).toBe(`environments/eks.yaml:12:10 › certificates[0].arn: for us: the ARN names region eu-west-1, not us-east-1; AWS refuses it here. It is not wrong for eu and eu2, which inherit it too.
12 |   - arn: arn:aws:acm:eu-west-1:012345678901:certificate/1
   |          ^
  inherited by us at environments/us/environment.yaml:1:10
fix: write \`certificates\` for us alone, in environments/us/environment.yaml: use an ARN of this environment’s account and region.`);
  });

  it('8.3 does not take what an environment lays over it for inherited', () => {
    const laidOver = ['certificates: []', ...own('eu')];
    const said = refused({
      'eks.yaml': [...PARENT, ...CERTIFICATE],
      'eu/environment.yaml': laidOver,
      'us/environment.yaml': own('us', 'us-east-1'),
    });
    expect(
      said,
    ).toBe(`environments/eks.yaml:12:10 › certificates[0].arn: the ARN names region eu-west-1, not us-east-1; AWS refuses it here.
12 |   - arn: arn:aws:acm:eu-west-1:012345678901:certificate/1
   |          ^
  inherited by us at environments/us/environment.yaml:1:10
fix: use an ARN of this environment’s account and region.`);
  });

  it('8.3 is gone where the environment has replaced the list that holds it', () => {
    write({
      'eks.yaml': [...PARENT, 'minReplicas: [0o7]'],
      'eu/environment.yaml': [...own('eu'), 'minReplicas: 2'],
    });
    expect(loadEnvironments(project).map(({ minReplicas }) => minReplicas)).toEqual([2]);
  });

  it('8.3 is taken out of the parent where it is a map, to which a nearer file can only add', () => {
    const gitops = ['gitops:', '  repoURL: https://git.example.com/a.git', '  destination: { name: in-cluster }'];
    const said = refused({
      'eks.yaml': [...PARENT, ...gitops],
      'eu/environment.yaml': own('eu'),
      'us/environment.yaml': [...own('us', 'us-east-1'), 'gitops: { flavour: eks-capability }'],
    });
    expect(
      said,
    ).toBe(`environments/eks.yaml:13:16 › gitops.destination: for us: the EKS capability for Argo CD knows clusters by their ARN only. It is not wrong for eu, which inherits it too.
13 |   destination: { name: in-cluster }
   |                ^
  inherited by us at environments/us/environment.yaml:1:10
fix: take \`gitops.destination\` out of environments/eks.yaml, and write it in environments/eu/environment.yaml; for us, set destination: { clusterArn: … }.`);
  });

  it('8.3 names each file that a wrong map was put together from', () => {
    const gitops = ['gitops:', '  repoURL: https://git.example.com/a.git', '  destination: { name: in-cluster }'];
    const said = refused({
      'eks.yaml': [...PARENT, ...gitops],
      'us/environment.yaml': [
        ...own('us', 'us-east-1'),
        'gitops: { destination: { server: "https://us.example.com" } }',
      ],
    });
    expect(
      said,
    ).toBe(`environments/us/environment.yaml:9:24 › gitops.destination: found a map with name, server; wanted exactly one of name, server and clusterArn, as text.
9 | gitops: { destination: { server: "https://us.example.com" } }
  |                        ^
  with \`name\` at environments/eks.yaml:13:18
fix: correct \`destination\`: maps of several files add up, key by key.`);
  });

  it('8.3 is moved where it is a key that one platform does not know', () => {
    const said = refused({
      'defaults.yaml': ['identity: { mode: podIdentity }'],
      'eks.yaml': PARENT,
      'eu/environment.yaml': own('eu'),
      'local/environment.yaml': PLAIN,
    });
    expect(
      said,
    ).toBe(`environments/defaults.yaml:1:1 › identity: for local: found the key \`identity\`, which is read with \`platform: eks\` alone. It is not wrong for eu, which inherits it too.
1 | identity: { mode: podIdentity }
  | ^
  inherited by local at environments/local/environment.yaml:1:1
fix: take \`identity\` out of environments/defaults.yaml, and write it in environments/eu/environment.yaml.`);
  });

  it('8.3 says of a cluster that two environments inherit which of them has to change', () => {
    const said = refused({
      'eks.yaml': [...PARENT, 'clusterName: main'],
      'a/environment.yaml': own('a').filter((line) => !line.startsWith('clusterName')),
      'b/environment.yaml': own('b').filter((line) => !line.startsWith('clusterName')),
    });
    expect(
      said,
    ).toBe(`environments/eks.yaml:11:14 › clusterName: for b: cluster main is already the environment a; each would prune what the other renders. It is not wrong for a, which inherits it too.
11 | clusterName: main
   |              ^
  inherited by b at environments/b/environment.yaml:1:10
fix: write \`clusterName\` for b alone, in environments/b/environment.yaml: name another cluster.`);
  });

  it('8.3 names only its place where it is wrong for everybody', () => {
    const said = refused({
      'eks.yaml': PARENT.map((line) => line.replace('1.34', '1.20')),
      'eu/environment.yaml': own('eu'),
      'us/environment.yaml': own('us', 'us-east-1'),
    });
    expect(
      said,
    ).toBe(`environments/eks.yaml:3:20 › kubernetesVersion: found "1.20"; wanted a supported version, "1.28" to "1.37", in quotes.
3 | kubernetesVersion: "1.20"
  |                    ^
fix: correct \`kubernetesVersion\`.`);
  });
});
