import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, normalize } from 'node:path';
import { objectPath } from '../../../src/knowledge/argocd/output-paths';
import type { ObjectIdentity } from '../../../src/model/identity';
import { requireUsableFolder } from '../../../src/write/output-folder';
import { INGRESS_CLASS, SHOP, TestProject } from '../../support/project';
import { messageOf } from '../../support/thrown';

/** What somebody might call a thing to get out of the output folder, or to be read as something else. */
const PAYLOADS: readonly string[] = [
  '..',
  '../prod',
  '../../x',
  'a/../../x',
  './x',
  '/etc/x',
  '//host/share',
  '~',
  '~root/x',
  '$HOME',
  '%2e%2e%2fx',
  '%2e',
  '..%2fx',
  '..\\x',
  'C:\\x',
  'C:x',
  '\\\\host\\share',
  '\\\\?\\C:\\x',
  'a\u0000b',
  'a\nb',
  'a\rb',
  'a b',
  ' ',
  '.',
  '.git',
  '.github',
  '.gitattributes',
  '.argocd-source',
  '.argocd-allow-concurrency',
  'kustomization',
  'Kustomization',
  'Chart',
  'con',
  'NUL',
  'aux.',
  'x.jsonnet',
  '-rf',
  '--help',
  'A',
  'ÅB',
  'e\u0301',
  '\u202egnp',
  '\u2028',
  '\ud800',
  '`id`',
  '$(id)',
  ';id',
  '|id',
  '*',
  '?',
  'x'.repeat(300),
  '__proto__',
  'constructor',
];
/** Files that Argo CD, Git or kustomize would read as something else than an object. */
const READ_OTHERWISE = /^(kustomization\.ya?ml|kustomization|chart\.ya?ml|readme(\.md)?|\..*|.*\.(json|jsonnet|tpl))$/i;
const isFileName = (name: string) =>
  !/\p{Surrogate}/u.test(name) && name.length < 200 && !/[/\\]|^\.+$/.test(name) && !name.includes('\u0000');
const ORDINARY: ObjectIdentity = { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' };

describe('names that lead elsewhere', () => {
  it.each(['group', 'kind', 'namespace', 'name'] as const)(
    'as an object’s %s reach one file, in one folder below the app’s',
    (field) => {
      const paths = PAYLOADS.map((payload) => objectPath('prod', 'shop', { ...ORDINARY, [field]: payload }));
      for (const path of paths) {
        expect(path).toMatch(/^prod\/shop\/[a-z0-9_-][a-z0-9._-]*\/[a-z0-9._-]+\.yaml$/);
        expect([path, normalize(path)]).toEqual([path, path]);
        expect(basename(path)).not.toMatch(READ_OTHERWISE);
        for (const part of path.split('/')) expect(Buffer.byteLength(part)).toBeLessThan(700);
      }
    },
  );

  it.each([
    ['apps', (project: TestProject, name: string) => project.write(`apps/${name}.ts`, SHOP)],
    [
      'environments',
      (project: TestProject, name: string) =>
        project.write(`environments/${name}/environment.yaml`, project.read('environments/dev/environment.yaml')),
    ],
  ] as const)('as files in %s/ are refused, and nothing is written', (folder, plant) => {
    const names = PAYLOADS.filter((name) => isFileName(name));
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    try {
      for (const name of names) plant(project, name);
      const ran = project.run('synth', '--no-typecheck');
      expect(ran.code).toBe(2);
      const refused = ran.stderr.split('\n').filter((line) => line.includes('cannot be an'));
      // `con` is a name as good as any on every system this runs on.
      const good = names.filter((name) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name) && name.length <= 40);
      expect([folder, refused.length]).toEqual([folder, names.length - good.length]);
      expect(existsSync(join(project.root, 'dist'))).toBe(false);
    } finally {
      project.remove();
    }
  });

  it('on the command line are refused, and nothing is written', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    try {
      for (const [flag, value] of [
        ['--env', '../prod'],
        ['--env', '__proto__'],
        ['--app', '../shop'],
        ['--app', 'constructor'],
        ['--out', '.'],
        ['--out', '..'],
        ['--out', '/'],
        ['--out', '.git/x'],
      ] as const) {
        const { code, stderr } = project.run('synth', '--no-typecheck', flag, value);
        expect([flag, value, code, stderr]).toEqual([
          flag,
          value,
          2,
          expect.stringMatching(/^error (ARGUMENTS|OUTPUT): /),
        ]);
      }
      expect(readdirSync(project.root).sort()).toEqual(['apps', 'environments', 'node_modules']);
    } finally {
      project.remove();
    }
  });
});

describe('an output folder', () => {
  it('with files of others keeps them all, whatever is rendered', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    try {
      mkdirSync(join(project.root, 'out', 'dev', 'shop'), { recursive: true });
      for (const path of ['out/notes.txt', 'out/dev/notes.yaml', 'out/dev/shop/values.yaml'])
        project.write(path, 'a: 1\n');
      const before = project.files('out');
      expect(project.run('synth', '--no-typecheck', '--env', 'dev', '--out', 'out').code).toBe(0);
      expect(project.files('out')).toMatchObject(before);
    } finally {
      project.remove();
    }
  });

  it('that is a file is refused', () => {
    const project = new TestProject();
    try {
      writeFileSync(join(project.root, 'dist'), 'mine\n');
      const out = join(project.root, 'dist');
      expect(messageOf(() => requireUsableFolder(out, project.root))).toBe(
        `${out} is a file.\nfix: name a folder of its own below the project, such as dist.`,
      );
    } finally {
      rmSync(join(project.root, 'dist'));
      project.remove();
    }
  });
});

describe('a secret', () => {
  it('is in no message, no report and no file, however it is refused', () => {
    const project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    const secret = 'correct-horse-battery-staple';
    try {
      project.write(
        'apps/leak.ts',
        `import { ApiObject } from 'cdk8s';\nimport { defineApp } from 'cdk8s-eks';\nexport default defineApp({\n  name: 'leak',\n  owner: 'games',\n  namespace: 'game-2048',\n  charts(scope) {\n    const object = (id: string, more: object) =>\n      new ApiObject(scope, id, { apiVersion: 'v1', kind: 'Secret', metadata: { name: id }, ...more } as never);\n    object('plain', { stringData: { password: '${secret}' } });\n    object('list', { stringData: { password: ['${secret}'] } });\n    object('base', { data: { password: '${secret}' } });\n    object('type', { data: '${secret}' });\n  },\n});\n`,
      );
      for (const format of ['text', 'json', 'sarif', 'github']) {
        const ran = project.run('check', '--env', 'dev', '--no-typecheck', '--format', format);
        expect([format, ran.code]).toEqual([format, 1]);
        expect(`${ran.stdout}${ran.stderr}`).not.toContain(secret);
        expect(ran.stdout).toContain('policy/ban-secret-data');
      }
      const ran = project.run('synth', '--env', 'dev', '--no-typecheck');
      expect([ran.code, ran.stdout.includes(secret), ran.stderr.includes(secret)]).toEqual([1, false, false]);
      expect(existsSync(join(project.root, 'dist'))).toBe(false);
    } finally {
      project.remove();
    }
  });
});
