import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { INGRESS_CLASS, type Ran, SHOP, TestProject } from '../../support/project';
import { ControlPlane } from './harness/control-plane';
import { installDefinitions } from './harness/definitions';
import { requireTools } from './tools/require';

describe('--referee apiserver', () => {
  let plane: ControlPlane;
  let project: TestProject;
  let bin: string;
  beforeAll(async () => {
    plane = await ControlPlane.start({ version: '1.33' });
    await installDefinitions(plane.api, (name) => /ingressclassparams|argoproj/.test(name));
    bin = mkdtempSync(join(tmpdir(), 'cdk8s-eks-kubectl-'));
    symlinkSync(requireTools(['kubectl'], '1.33').kubectl, join(bin, 'kubectl'));
    process.env['PATH'] = `${bin}${delimiter}${process.env['PATH']}`;
  });
  afterAll(async () => {
    await plane?.stop();
    rmSync(bin, { recursive: true });
  });
  beforeEach(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
  });
  afterEach(() => project.remove());

  const judge = (...flags: readonly string[]): Ran =>
    project.run('synth', '--env', 'prod', '--referee', 'apiserver', ...flags);
  const judged = (...flags: readonly string[]) => judge('--kubeconfig', plane.kubeconfig, ...flags);
  const about = ({ stdout }: Ran) => stdout.split('\n').filter((line) => / referee\//.test(line));

  it('says what it could not judge while a namespace is not there yet, and fails so under --strict', () => {
    const ran = judged();
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const missing = 'unknown referee/apiserver: the API server has no namespace';
    expect(about(ran)).toEqual([
      `${missing} game-2048, so it could not judge Deployment game-2048/web and 4 more.`,
      `${missing} argocd, so it could not judge Application.argoproj.io argocd/prod-ingress and 6 more.`,
    ]);
    expect(judged('--strict').code).toBe(1);
  });

  it('refuses what the server refuses, with the field and the line of the app, and writes nothing', async () => {
    for (const name of ['game-2048', 'argocd']) {
      await plane.api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    }
    expect(about(judged())).toEqual([]);
    rmSync(join(project.root, 'dist'), { recursive: true });
    const clusterIP = "overrides: { service: { spec: { clusterIP: '10.1.2.3' } } },";
    project.edit(
      'apps/shop.ts',
      "readiness: { http: '/readyz' },",
      `readiness: { http: '/readyz' },\n      ${clusterIP}`,
    );
    const ran = judged();
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain(
      'error referee/apiserver: the API server refuses prod/shop/game-2048/service_web.yaml: ',
    );
    expect(ran.stdout).toContain('spec.clusterIPs');
    expect(ran.stdout).toContain('in apps/shop.ts:');
    expect(() => project.files()).toThrow();
  });

  it('judges a folder of YAML too', () => {
    project.write('manifests/a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: default }\n');
    const flags = ['--manifests', 'manifests', '--env', 'prod', '--referee', 'apiserver'];
    expect(about(project.run('check', ...flags, '--kubeconfig', plane.kubeconfig))).toEqual([]);
  });

  it('says so when the server is of another version than the environment', () => {
    const ran = project.run('synth', '--env', 'staging', '--referee', 'apiserver', '--kubeconfig', plane.kubeconfig);
    expect(about(ran)).toContain(
      'warning referee/apiserver: the API server runs v1.33.13, and environment staging is declared as 1.34: what it says holds for another version.',
    );
  });

  it('wants one cluster and one environment', () => {
    const ran = project.run('synth', '--referee', 'apiserver');
    expect([ran.code, ran.stderr.match(/^error ARGUMENTS: .*$/gm)]).toEqual([
      2,
      [
        'error ARGUMENTS: --referee apiserver judges with a cluster, and none is named.',
        'error ARGUMENTS: --referee apiserver asks one cluster about one environment; selected are: dev, local, prod, staging.',
      ],
    ]);
    const lost = judge('--kubeconfig', 'no-such-file');
    expect([lost.code, /no-such-file: there is no such file/.test(lost.stderr)]).toEqual([2, true]);
  });

  it('ends with exit 4 and the reason when nobody answers, nobody may ask, or kubectl is missing', () => {
    const kubeconfig = (change: (text: string) => string): string => {
      const file = join(project.root, 'kubeconfig');
      writeFileSync(file, change(readFileSync(plane.kubeconfig, 'utf8')));
      return file;
    };
    const { port, token } = plane.access;
    const deaf = judge(
      '--kubeconfig',
      kubeconfig((text) => text.replace(`:${port}`, ':1')),
    );
    expect([deaf.code, /did not answer: .*(502|refused)/s.test(deaf.stderr)]).toEqual([4, true]);
    const stranger = judge(
      '--kubeconfig',
      kubeconfig((text) => text.replace(token, 'stranger')),
    );
    expect([stranger.code, /did not answer: 401 Unauthorized/.test(stranger.stderr)]).toEqual([4, true]);
    const wrong = judged('--context', 'nowhere');
    expect([wrong.code, /context "nowhere" does not exist/.test(wrong.stderr)]).toEqual([4, true]);
    const path = process.env['PATH'];
    try {
      process.env['PATH'] = project.root;
      const without = judged();
      expect([without.code, /there is no kubectl on PATH/.test(without.stderr)]).toEqual([4, true]);
    } finally {
      process.env['PATH'] = path;
    }
    expect(() => project.files()).toThrow();
  });
});
