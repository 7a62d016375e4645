import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadEnvironments } from '../../../../src/load/settings/environments';
import type { EksEnvironment, Environment } from '../../../../src/model/environment';
import { messageOf } from '../../../support/thrown';

const ROOT = join(__dirname, '..', '..', '..', '..');

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'cdk8s-eks-settings-'));
});

afterEach(() => rmSync(project, { recursive: true }));

function write(file: string, ...lines: readonly string[]): void {
  const path = join(project, 'environments', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${lines.join('\n')}\n`);
}

/** The least that an EKS environment says for itself. */
const SMALLEST = [
  'platform: eks',
  'tier: production',
  'kubernetesVersion: "1.34"',
  'clusterName: main',
  'domain: shop.example.com',
  'region: eu-west-1',
  'accountId: "012345678901"',
  'network:',
  '  vpcId: vpc-0123456789abcdef0',
  '  cidrs: [10.0.0.0/16]',
  '  subnets:',
  '    private:',
  '      - { id: subnet-0123456789abcdef0, availabilityZone: eu-west-1a }',
  '      - { id: subnet-0123456789abcdef1, availabilityZone: eu-west-1b }',
  'owners: {}',
];

function load(name: string): EksEnvironment {
  const found = loadEnvironments(project).find((environment) => environment.name === name);
  if (found?.platform !== 'eks') throw new Error(`${name} is no EKS environment`);
  return found;
}

describe('this repository’s environments', () => {
  const environments = loadEnvironments(ROOT);
  const named = Object.fromEntries(environments.map((environment) => [environment.name, environment]));

  it('are sorted by name and frozen through and through', () => {
    expect(environments.map(({ name }) => name)).toEqual(['dev', 'local', 'prod', 'staging']);
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(environments.every(frozen)).toBe(true);
  });

  it('are three clusters in two accounts on three versions, and a plain one', () => {
    const told = (e: Environment) => [e.kubernetesVersion, e.platform === 'eks' ? e.accountId : 'none'];
    expect(environments.map(told)).toEqual([
      ['1.35', '111122223333'],
      ['1.34', 'none'],
      ['1.33', '444455556666'],
      ['1.34', '111122223333'],
    ]);
  });

  it('take what they do not say from the file they extend, and from defaults.yaml', () => {
    expect(named['prod']?.gitops).toEqual({
      repoURL: 'https://git.example.com/platform/cdk8s-eks.git',
      branch: 'main',
      pathPrefix: 'dist',
      namespace: 'argocd',
      version: '3.2',
      flavour: 'eks-capability',
      destination: { clusterArn: 'arn:aws:eks:eu-central-1:444455556666:cluster/prod-eu-central-1' },
      syncPolicy: { automated: true, prune: true, selfHeal: true, pruneLast: true },
      syncWindows: [expect.objectContaining({ kind: 'deny', schedule: '0 18 * * 5', manualSync: true })],
    });
    expect(named['local']?.gitops).toBeUndefined();
    expect(named['local']?.sizes).toEqual(named['prod']?.sizes);
    expect(named['local']?.owners['games']).toEqual({
      name: 'games',
      namespaces: ['game-2048'],
      clusterKinds: ['Namespace'],
      repositories: [],
      platform: false,
    });
  });
});

describe('loadEnvironments', () => {
  it('fills in what an environment leaves out', () => {
    write('main/environment.yaml', ...SMALLEST);
    expect(loadEnvironments(project)).toEqual([
      {
        name: 'main',
        platform: 'eks',
        tier: 'production',
        kubernetesVersion: '1.34',
        clusterName: 'main',
        domain: 'shop.example.com',
        policyLevel: 'restricted',
        minReplicas: 1,
        sizes: {},
        external: [],
        values: {},
        owners: {},
        release: { apps: {} },
        region: 'eu-west-1',
        partition: 'aws',
        accountId: '012345678901',
        controlPlane: expect.objectContaining({ logRetentionDays: 90, supportType: 'EXTENDED' }),
        compute: {
          managedNodeGroups: [],
          selfManagedNodeGroups: [],
          fargateProfiles: [],
          karpenter: false,
          autoMode: false,
        },
        network: {
          vpcId: 'vpc-0123456789abcdef0',
          cidrs: ['10.0.0.0/16'],
          securityGroups: {},
          subnets: {
            public: [],
            private: [
              { id: 'subnet-0123456789abcdef0', availabilityZone: 'eu-west-1a' },
              { id: 'subnet-0123456789abcdef1', availabilityZone: 'eu-west-1b' },
            ],
          },
        },
        certificates: [],
        storage: { efsFileSystems: {}, kmsKeys: {} },
        identity: { mode: 'irsa', iamRoles: {} },
        addOns: [],
        capabilities: [],
      },
    ]);
  });

  it('lets two environments share a parent beside them, merges maps and replaces lists', () => {
    write('defaults.yaml', 'sizes: { small: { cpu: 100m, memory: 128Mi } }', 'values: { a: defaults, b: defaults }');
    write('shared/production.yaml', ...SMALLEST, 'values: { b: parent, c: parent }');
    write('eu/environment.yaml', 'extends: ../shared/production.yaml', 'clusterName: eu', 'values: { c: own }');
    write(
      'us/environment.yaml',
      'extends: shared/production.yaml',
      'clusterName: us',
      'network: { cidrs: [10.1.0.0/16] }',
    );
    const [eu, us] = loadEnvironments(project) as readonly EksEnvironment[];
    expect(eu?.values).toEqual({ a: 'defaults', b: 'parent', c: 'own' });
    expect(us?.values).toEqual({ a: 'defaults', b: 'parent', c: 'parent' });
    expect([eu?.network.cidrs, us?.network.cidrs]).toEqual([['10.0.0.0/16'], ['10.1.0.0/16']]);
    expect(us?.network.subnets).toEqual(eu?.network.subnets);
    expect(us?.sizes).toEqual({ small: { cpu: '100m', memory: '128Mi' } });
  });

  it('lets a size of the defaults be changed in part', () => {
    write('defaults.yaml', 'sizes: { small: { cpu: 100m, memory: 128Mi } }');
    write('main/environment.yaml', ...SMALLEST, 'sizes: { small: { memory: 256Mi } }');
    expect(load('main').sizes).toEqual({ small: { cpu: '100m', memory: '256Mi' } });
  });

  it('keeps a role of another account, Pod Identity and a local zone', () => {
    write(
      'main/environment.yaml',
      ...SMALLEST.map((line) => line.replace('eu-west-1b', 'eu-west-1-lon-1a')),
      'identity:',
      '  mode: podIdentity',
      '  iamRoles: { backup: "arn:aws:iam::999988887777:role/shared/backup" }',
    );
    expect(load('main').identity).toEqual({
      mode: 'podIdentity',
      iamRoles: { backup: 'arn:aws:iam::999988887777:role/shared/backup' },
    });
    expect(load('main').network.subnets.private.map((subnet) => subnet.availabilityZone)).toContain('eu-west-1-lon-1a');
  });

  it('reads a cluster in China, whose ARNs and issuer are of another partition', () => {
    write(
      'main/environment.yaml',
      ...SMALLEST.map((line) => line.replaceAll('eu-west-1', 'cn-north-1')),
      'partition: aws-cn',
      'certificates:',
      '  - { arn: "arn:aws-cn:acm:cn-north-1:012345678901:certificate/1", domains: ["*.shop.example.com"] }',
      'identity: { oidcIssuer: oidc.eks.cn-north-1.amazonaws.com.cn/id/0A1B }',
    );
    expect(load('main').partition).toBe('aws-cn');
  });

  it('reads facts.json of the very cluster', () => {
    write('main/environment.yaml', ...SMALLEST);
    const facts = {
      schemaVersion: 1,
      clusterName: 'main',
      accountId: '012345678901',
      region: 'eu-west-1',
      cluster: { arn: 'arn:aws:eks:eu-west-1:012345678901:cluster/main', kubernetesVersion: '1.34' },
      fargateProfiles: [{ name: 'games', selectors: [{ namespace: 'games', labels: { tier: 'web' } }] }],
    };
    write('main/facts.json', JSON.stringify(facts));
    expect(load('main').facts).toEqual(facts);
  });

  it('takes a release without apps, and one that holds only a comment', () => {
    write('a/environment.yaml', ...SMALLEST);
    write('a/release.yaml', '# nothing is released yet');
    write('b/environment.yaml', ...SMALLEST.map((line) => line.replace('clusterName: main', 'clusterName: other')));
    write('b/release.yaml', 'apps: {}');
    expect(loadEnvironments(project).map(({ release }) => release)).toEqual([{ apps: {} }, { apps: {} }]);
  });

  it('lets clusters of two Argo CDs both be the local one', () => {
    const gitops =
      'gitops: { repoURL: "git@git.example.com:a/b.git", destination: { server: "https://kubernetes.default.svc" } }';
    write('a/environment.yaml', ...SMALLEST, gitops);
    write('b/environment.yaml', ...SMALLEST.map((line) => line.replace('clusterName: main', 'clusterName: b')), gitops);
    expect(loadEnvironments(project)).toHaveLength(2);
  });

  it('says where it looked when there is no environment at all', () => {
    cpSync(join(ROOT, 'environments', 'defaults.yaml'), join(project, 'environments', 'defaults.yaml'));
    expect(messageOf(() => loadEnvironments(project))).toBe(
      'there is no environments/<name>/environment.yaml here.\nfix: run the command in the project’s root, or begin one with `cdk8s-eks init DIR --yes`.',
    );
  });

  it('tells what is missing in no message while a parent cannot be read', () => {
    write('parent.yaml', 'tier: [');
    write('main/environment.yaml', 'extends: parent.yaml', 'platform: eks', 'minReplicas: none');
    expect(messageOf(() => loadEnvironments(project))).toBe(
      [
        'environments/main/environment.yaml:3:14 › minReplicas: found "none"; wanted a number.',
        '3 | minReplicas: none',
        '  |              ^',
        'fix: correct `minReplicas`.',
        '',
        'environments/parent.yaml:2:1: this is not YAML that every reader takes the same way: flow sequence in block collection must be sufficiently indented and end with a ].',
        '2 | ',
        '  | ^',
        'fix: correct the line.',
      ].join('\n'),
    );
  });
});
