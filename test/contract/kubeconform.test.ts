import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { INGRESS_CLASS, ROOT, SHOP, TestProject } from '../support/project';

const go = spawnSync('go', ['version']).status === 0;
const cached = existsSync(
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'cdk8s-eks', 'kubeconform', 'v0.7.0', 'kubeconform'),
);
/** Only a judge that is here already: the default suite builds and fetches nothing. */
const there = cached || (go && process.env['CONTRACT'] !== undefined);
if (!there)
  console.warn('kubeconform was not asked: run `node bin/cdk8s-eks.js kubeconform -v` once, which finds or builds it');

(there ? describe : describe.skip)('kubeconform', () => {
  it('accepts every rendered object of every environment, and skips none', () => {
    const ran = spawnSync(
      process.execPath,
      ['bin/cdk8s-eks.js', 'check', '--no-typecheck', '--referee', 'kubeconform', '--format', 'json'],
      { cwd: ROOT, encoding: 'utf8' },
    );
    const { findings, summary } = JSON.parse(ran.stdout);
    expect(findings.filter((finding: { rule: string }) => finding.rule === 'referee/kubeconform')).toEqual([]);
    expect([ran.status, summary.invalid, summary.objects > 500]).toEqual([0, 0, true]);
  });

  it('refuses, on the bytes about to be written, what it does not accept', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    try {
      project.edit(
        'apps/shop.ts',
        "readiness: { http: '/readyz' },",
        "readiness: { http: '/readyz' },\n      overrides: { service: { spec: { sessionAffinty: 'None' } } },",
      );
      const ran = project.run('synth', '--env', 'prod', '--referee', 'kubeconform');
      expect(ran.code).toBe(1);
      expect(ran.stdout.split('\n').filter((line) => line.startsWith('error referee/'))).toEqual([
        "error referee/kubeconform: kubeconform refuses prod/shop/game-2048/service_web.yaml: additional properties 'sessionAffinty' not allowed",
      ]);
      expect(() => project.files()).toThrow();
    } finally {
      project.remove();
    }
  });

  it('2.3 judges a folder of YAML: what is right is clean, and what is wrong is refused at its file, identities that repeat too', () => {
    const project = new TestProject({ 'shop.ts': SHOP });
    const judge = () =>
      project.run(
        'check',
        '--manifests',
        'yard',
        '--env',
        'dev',
        '--alone',
        '--referee',
        'kubeconform',
        '--format',
        'json',
      );
    try {
      const metadata = '{ name: crane, namespace: kube-system }';
      const account = `apiVersion: v1\nkind: ServiceAccount\nmetadata: ${metadata}\n`;
      const map = (data: string) => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: ${metadata}\n${data}\n`;
      project.write('yard/a.yaml', account + map('data: { load: "1" }'));
      const right = judge();
      expect([right.code, JSON.parse(right.stdout).findings]).toEqual([0, []]);
      project.write('yard/b.yaml', account + map('date: { load: "1" }'));
      const { findings } = JSON.parse(judge().stdout);
      expect(
        findings.flatMap(({ rule, message }: { rule: string; message: string }) =>
          rule === 'referee/kubeconform' ? [message] : [],
        ),
      ).toEqual(["kubeconform refuses yard/b.yaml: additional properties 'date' not allowed"]);
    } finally {
      project.remove();
    }
  });

  it('runs as a bin, with its own exit code', () => {
    const ran = spawnSync(process.execPath, [join(ROOT, 'bin', 'kubeconform.js'), '-no-such-flag'], {
      encoding: 'utf8',
    });
    expect([ran.status, ran.stdout === '' && ran.stderr === '']).toEqual([1, false]);
  });
});
