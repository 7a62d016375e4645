import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { BINARY, INGRESS_CLASS, ROOT, SHOP, TestProject } from '../support/project';

describe('--referee apiserver that cannot be asked', () => {
  let project: TestProject;
  const path = process.env['PATH'];
  beforeEach(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
  });
  afterEach(() => {
    process.env['PATH'] = path;
    project.remove();
  });
  const synth = (...flags: readonly string[]) =>
    project.run('synth', '--no-typecheck', '--referee', 'apiserver', ...flags);

  it('wants one cluster and one environment, before anything is rendered', () => {
    expect(synth()).toEqual({
      code: 2,
      stdout: '',
      stderr: `error ARGUMENTS: --referee apiserver judges with a cluster, and none is named.
fix: add --kubeconfig FILE (and --context NAME).

error ARGUMENTS: --referee apiserver asks one cluster about one environment; selected are: dev, local, prod, staging.
fix: add --env with one of them.
`,
    });
  });

  it('wants a kubeconfig that is there', () => {
    const file = join(project.root, 'nowhere');
    expect(synth('--env', 'prod', '--kubeconfig', file)).toEqual({
      code: 2,
      stdout: '',
      stderr: `error ARGUMENTS: --kubeconfig ${file}: there is no such file.\nfix: name the file that \`kubectl --kubeconfig FILE version\` answers with.\n`,
    });
  });

  it('ends with exit 4 where there is no kubectl, and writes nothing', () => {
    project.write('kubeconfig', 'apiVersion: v1\nkind: Config\n');
    process.env['PATH'] = project.root;
    expect(synth('--env', 'prod', '--kubeconfig', join(project.root, 'kubeconfig'))).toEqual({
      code: 4,
      stdout: '',
      stderr:
        'error REFEREE: there is no kubectl on PATH, which opens the cluster of a kubeconfig.\nfix: install kubectl.\n',
    });
    expect(() => project.files()).toThrow();
  });
});

describe('cdk8s-eks kubeconform', () => {
  /** Stands for the pinned kubeconform: says its version, or what it was called with. */
  const FAKE = `#!/usr/bin/env node
const args = process.argv.slice(2);
console.log(args.join() === '-v' ? 'v0.7.0' : JSON.stringify(args));
process.exitCode = args.includes('bad.yaml') ? 1 : 0;
`;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-kubeconform-'));
    writeFileSync(join(folder, 'kubeconform'), FAKE, { mode: 0o755 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: readonly string[]) => {
    const path = [folder, dirname(process.execPath)].join(delimiter);
    const env = { PATH: path, HOME: folder, XDG_CACHE_HOME: folder, CDK8S_EKS_OFFLINE: '1' };
    const ran = spawnSync(process.execPath, [BINARY, 'kubeconform', ...args], { encoding: 'utf8', env });
    return [ran.status, ran.stdout, ran.stderr];
  };

  it('hands every argument on, also those that are our own flags', () => {
    expect(run('-v')).toEqual([0, 'v0.7.0\n', '']);
    const args = ['-h', '--quiet', '--project', 'x', '--', '-strict', 'dist'];
    expect(run(...args)).toEqual([0, `${JSON.stringify(args)}\n`, '']);
  });

  it('ends as it ends', () => expect(run('bad.yaml')).toEqual([1, '["bad.yaml"]\n', '']));

  it('ends with exit 4 where it cannot be had', () => {
    rmSync(join(folder, 'kubeconform'));
    const [code, stdout, stderr] = run('-v');
    expect([code, stdout]).toEqual([4, '']);
    expect(stderr).toBe(`error REFEREE: kubeconform v0.7.0 cannot be had here:
  - PATH: there is none
  - cache: ${join(folder, 'cdk8s-eks', 'kubeconform', 'v0.7.0')} has none
  - go install: there is no Go on PATH
  - release page: CDK8S_EKS_OFFLINE is set
fix: install Go, or put kubeconform v0.7.0 on PATH.
`);
  });

  it('is not a bin of its own, which would hide a kubeconform of the user from npx', () => {
    const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { bin: object };
    expect(Object.keys(bin)).toEqual(['cdk8s-eks']);
  });
});
