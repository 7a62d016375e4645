import { spawnSync } from 'node:child_process';
import { BINARY, ROOT, TestProject } from '../support/project';

/** In this repository itself. */
function here(...args: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, [BINARY, ...args], { cwd: ROOT, encoding: 'utf8' });
  return { code: status, stderr };
}

describe('cluster', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject();
  });
  afterEach(() => project.remove());

  it('prints a ClusterConfig, the same one each time, and says what is not in it', () => {
    const [first, second] = [project.run('cluster', 'dev'), project.run('cluster', 'dev')];
    expect(first).toEqual(second);
    expect(first.code).toBe(0);
    expect(first.stdout.split('\n').slice(0, 7)).toEqual([
      '# Made by `cdk8s-eks cluster dev`: change environments/dev/environment.yaml instead.',
      'apiVersion: eksctl.io/v1alpha5',
      'kind: ClusterConfig',
      'metadata:',
      '  name: dev-eu-west-1',
      '  region: eu-west-1',
      '  version: "1.35"',
    ]);
    expect(project.run('cluster', 'staging').stdout).toContain(
      '\n# Not in here, network.vpcEndpoints: eksctl makes none',
    );
  });

  it('prints calls that a shell takes', () => {
    project.edit('environments/eks.yaml', '  iamRole: cluster', "  iamRole: cluster\n  tags: { owner: team's }");
    const { code, stdout } = project.run('cluster', 'prod', '--format', 'cli');
    expect([code, stdout.split('\n').filter((line) => line.startsWith('aws '))]).toEqual([
      0,
      [
        "aws logs create-log-group --cli-input-json '{",
        "aws logs put-retention-policy --cli-input-json '{",
        "aws eks create-cluster --cli-input-json '{",
        'aws eks wait cluster-active --name prod-eu-central-1',
        "aws iam create-open-id-connect-provider --cli-input-json '{",
        "aws eks create-access-entry --cli-input-json '{",
        "aws eks create-nodegroup --cli-input-json '{",
        "aws eks create-nodegroup --cli-input-json '{",
        "aws eks create-fargate-profile --cli-input-json '{",
        'aws eks wait fargate-profile-active --cluster-name prod-eu-central-1 --fargate-profile-name games',
      ],
    ]);
    expect(stdout).toContain('"owner": "team\'\\\'\'s"');
  });

  it('gives both to a program, with warnings and what is left out', () => {
    const { code, stdout, stderr } = project.run('cluster', 'prod', '--format', 'json');
    const told = JSON.parse(stdout);
    expect([code, stderr, told.formatVersion, told.command, told.environment]).toEqual([0, '', 1, 'cluster', 'prod']);
    expect(told.eksctl.metadata.name).toBe('prod-eu-central-1');
    expect(told.steps[2]).toMatchObject({ name: 'create-cluster', command: 'eks create-cluster' });
    expect(told.warnings).toEqual([
      {
        message: 'nodes stand in 2 zones: where one fails, the other has to hold everything.',
        fix: 'add a private subnet in a third zone.',
        path: 'network.subnets.private',
        source: expect.objectContaining({ file: 'environments/prod/environment.yaml' }),
      },
    ]);
  });

  it('fails on warnings where it is told to', () => {
    expect(project.run('cluster', 'prod', '--strict').code).toBe(1);
    expect(project.run('cluster', 'dev', '--strict').code).toBe(0);
  });

  it('writes files to review, deletes calls that are gone, and says whether they are what is described', () => {
    const cli = ['cluster', 'prod', '--format', 'cli'];
    expect(project.run(...cli, '--check').code).toBe(1);
    expect(
      project
        .run(...cli, '--write')
        .stdout.split('\n')
        .slice(0, 2),
    ).toEqual(['written: clusters/prod/cli/commands.txt', 'written: clusters/prod/cli/01-create-log-group.json']);
    expect(project.run(...cli, '--write').stdout).toBe('clusters/prod: unchanged\n');
    expect(project.run(...cli, '--check')).toEqual({
      code: 0,
      stdout: '',
      stderr: expect.stringMatching(/\nclusters\/prod is what the environment describes\n$/),
    });
    expect(JSON.parse(project.read('clusters/prod/cli/07-create-nodegroup-general.json'))).toMatchObject({
      nodegroupName: 'general',
      nodeRole: 'arn:aws:iam::444455556666:role/eks/nodes',
    });
    project.edit('environments/prod/environment.yaml', 'name: games', 'name: toys');
    const { code, stderr } = project.run(...cli, '--check');
    expect(code).toBe(1);
    expect(stderr).toContain(
      'clusters/prod/cli/09-create-fargate-profile-games.json is a call that the environment no longer describes.',
    );
    expect(stderr).toContain('fix: run `cdk8s-eks cluster prod --format cli --write`, and commit what it writes.');
    expect(project.run(...cli, '--write').stdout).toContain(
      'removed: clusters/prod/cli/09-create-fargate-profile-games.json\n',
    );
  });

  it('refuses calls without a role, at the line where it would stand, and lets eksctl make roles', () => {
    project.edit('environments/eks.yaml', '  iamRole: cluster\n', '  supportType: EXTENDED\n');
    expect(project.run('cluster', 'dev').code).toBe(0);
    const { code, stdout, stderr } = project.run('cluster', 'dev', '--format', 'cli');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('controlPlane.iamRole: no role is named for the cluster; EKS makes nothing without one.');
  });

  it.each([
    [['cluster', 'local'], 'local is a plain Kubernetes cluster; only clusters of Amazon EKS are described.'],
    [['cluster', 'prdo'], 'prdo'],
    [['cluster'], "missing required argument 'environment'."],
    [['cluster', 'dev', '--write', '--check'], '--write and --check are given both.'],
    [['cluster', 'dev', '--format', 'json', '--write'], '--format json is for programs, and no file of it is kept.'],
    [['cluster', 'dev', '--format', 'terraform'], "argument 'terraform' is invalid"],
  ])('refuses %j', (args, said) => {
    const { code, stdout, stderr } = project.run(...args);
    expect(code).toBe(2);
    expect(stderr + stdout).toContain(said);
  });

  it.each([
    ['clusters', 'ENOTDIR'],
    ['clusters/prod', 'EEXIST'],
  ])('says what is in the way of its files, and what to do: %s', (path, code) => {
    project.write(path, 'a file');
    const told = project.run('cluster', 'prod', '--write');
    expect([told.code, told.stdout]).toEqual([2, '']);
    expect(told.stderr).toMatch(
      new RegExp(`/clusters/prod could not be written: ${code}: .*\\.\nfix: put a folder in the place of the file\\.`),
    );
    expect(project.read(path)).toBe('a file');
  });

  it('is committed for each environment of this repository', () => {
    for (const environment of ['dev', 'staging', 'prod'])
      for (const format of ['eksctl', 'cli']) {
        const { code, stderr } = here('cluster', environment, '--format', format, '--check');
        expect([environment, format, code, stderr.split('\n').filter((line) => line.startsWith('error'))]).toEqual([
          environment,
          format,
          0,
          [],
        ]);
      }
  });
});
