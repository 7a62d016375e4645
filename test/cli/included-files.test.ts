import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestProject } from '../support/project';

const MAPS = `apiVersion: v1
kind: ConfigMap
metadata:
  name: one
data:
  mode: 0755 and more
---
# nothing
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: two
`;

/** An app in a folder of its own; it includes in line 9. */
const app = (url: string) => `import { Include } from 'cdk8s';
import { AppNamespace, defineApp } from 'cdk8s-eks';

export default defineApp({
  name: 'shop',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    new Include(scope, 'included', { url: ${JSON.stringify(url)} });
    new AppNamespace(scope, 'ns', { name: 'game-2048' });
  },
});
`;

const synth = (project: TestProject, ...flags: readonly string[]) =>
  project.run('synth', '--env', 'local', '--no-typecheck', ...flags);
const FOLDER = 'dist/local/shop/game-2048';

describe('YAML that an app includes', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject();
    project.write('apps/shop/manifests/maps.yaml', MAPS);
  });
  afterEach(() => project.remove());

  it('6.7 is found from the app’s module or from the project, wherever the run is started', () => {
    for (const url of ['./manifests/maps.yaml', 'manifests/maps.yaml', 'apps/shop/manifests/maps.yaml']) {
      project.write('apps/shop/app.ts', app(url));
      expect([synth(project).stderr, Object.keys(project.files(FOLDER))]).toEqual([
        '',
        [`${FOLDER}/configmap_one.yaml`, `${FOLDER}/configmap_two.yaml`],
      ]);
    }
  });

  it('6.7 is rendered object by object where `kubectl get` wrote it into a List, and refused where one is not an object', () => {
    const item = (name: string) => `- {apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}}, data: {a: b}}\n`;
    const list = (items: string) => `apiVersion: v1\nkind: List\nitems:\n${items}`;
    project.write('apps/shop/app.ts', app('./list.yaml'));
    project.write('apps/shop/list.yaml', list(item('one') + item('two')));
    expect([synth(project).stderr, Object.keys(project.files(FOLDER))]).toEqual([
      '',
      [`${FOLDER}/configmap_one.yaml`, `${FOLDER}/configmap_two.yaml`],
    ]);
    const refused = (problem: string, fix: string) => ({
      code: 2,
      stdout: '',
      stderr: `error APP_RENDER: apps/shop/app.ts:9:5 › local › shop: the app includes ./list.yaml, ${problem}\nfix: ${fix}\n`,
    });
    project.write('apps/shop/list.yaml', list(`${item('one')}- text\n`));
    expect(synth(project)).toEqual(
      refused('where document 1 is not a Kubernetes object: it has no apiVersion and kind.', 'correct or remove it.'),
    );
    project.write('apps/shop/list.yaml', list('  []\n'));
    expect(synth(project)).toEqual(
      refused(
        'in which there is no object: nothing of it would be rendered.',
        'name a file that holds objects, or leave it out.',
      ),
    );
  });

  it('6.7 is the same under --sandbox and --verify-determinism', () => {
    project.write('apps/shop/app.ts', app('./manifests/maps.yaml'));
    const ran = synth(project, '--verify-determinism');
    expect([ran.code, ran.stderr]).toEqual([0, expect.stringMatching(/^rendered twice.*\n$/)]);
    const again = synth(project, '--check', '--sandbox', '--verify-determinism');
    expect([again.code, again.stderr]).toEqual([0, expect.stringMatching(/^rendered twice.*\n$/)]);
  });

  it.each<[string, string, string]>([
    [
      'a file that is not there',
      './gone.yaml',
      'the app includes ./gone.yaml, which is not there; looked for apps/shop/gone.yaml and gone.yaml.\nfix: give its path from the folder of the app’s module.',
    ],
    [
      'a file that is not YAML, where cdk8s would go on',
      './broken.yaml',
      'apps/shop/broken.yaml:1:7: the file is not YAML that every reader takes the same way: Nested mappings are not allowed in compact mappings\nfix: correct the line.',
    ],
    ['a folder', './manifests', 'apps/shop/manifests: this is not a file.\nfix: put a file of this name in its place.'],
  ])('6.7 is refused at the line that includes it: %s', (_what, url, says) => {
    project.write('apps/shop/broken.yaml', 'kind: ConfigMap\n  name: a\n');
    project.write('apps/shop/app.ts', app(url));
    for (const flags of [[], ['--sandbox']])
      expect(synth(project, ...flags)).toEqual({
        code: 2,
        stdout: '',
        stderr: `error APP_RENDER: apps/shop/app.ts:9:5 › local › shop: ${says}\n`,
      });
  });

  it.each([
    ['http://127.0.0.1:1/a.yaml', 'http error: connect ECONNREFUSED 127.0.0.1:1'],
    ['file:///nowhere/a.yaml', 'unsupported protocol "file:" in url: file:///nowhere/a.yaml'],
    ['https://no such host/', 'Invalid URL'],
  ])('6.7 an address that cannot be read is told in one sentence, at its line: %s', (url, why) => {
    project.write('apps/shop/app.ts', app(url));
    expect(synth(project)).toEqual({
      code: 2,
      stdout: '',
      stderr: `error APP_RENDER: apps/shop/app.ts:9:5 › local › shop: the app includes ${url}, which cannot be read: ${why}.\nfix: correct the address, or put the file into the project and include it by its path.\n`,
    });
  });

  it('6.7 a file that is not there is told by its path also where it lies outside the project', () => {
    project.write('apps/shop/app.ts', app('/nowhere/a.yaml'));
    expect(synth(project).stderr).toContain('the app includes /nowhere/a.yaml, which is not there; looked for ');
  });

  it.each<[string, string, string]>([
    [
      'a key that is there twice',
      'kind: ConfigMap\ndata:\n  a: 1\n  a: 2\n',
      'apps/shop/odd.yaml:4:3: the file is not YAML that every reader takes the same way: Map keys must be unique\nfix: correct the line.',
    ],
    [
      'a text that does not end',
      'kind: "ConfigMap\n',
      'apps/shop/odd.yaml:2:1: the file is not YAML that every reader takes the same way: Missing closing "quote\nfix: correct the line.',
    ],
    [
      'comments alone',
      '# nothing\n',
      'the app includes ./odd.yaml, in which there is no object: nothing of it would be rendered.\nfix: name a file that holds objects, or leave it out.',
    ],
    [
      'a list, a text and a map without a kind',
      `${MAPS}---\n- a\n---\ntext\n---\napiVersion: v1\n`,
      'the app includes ./odd.yaml, where document 3, 4, 5 is not a Kubernetes object: it has no apiVersion and kind.\nfix: correct or remove it.',
    ],
  ])('1.1 included YAML is refused where something of it would be lost: %s', (_what, text, says) => {
    project.write('apps/shop/odd.yaml', text);
    project.write('apps/shop/app.ts', app('./odd.yaml'));
    const stderr = `error APP_RENDER: apps/shop/app.ts:9:5 › local › shop: ${says}\n`;
    expect(synth(project)).toEqual({ code: 2, stdout: '', stderr });
  });

  it('1.1 Yaml.load reads what is not an object too, as Go does', () => {
    project.write('apps/shop/values.yaml', '- mode: 0755\n---\ntext\n');
    const load =
      "new ConfigFiles(scope, 'a', { hash: false, data: { a: JSON.stringify(Yaml.load('./values.yaml')) } });";
    const text = app('')
      .replace(/new Include.*/, load)
      .replace('Include', 'Yaml')
      .replace('App', 'ConfigFiles, App');
    project.write('apps/shop/app.ts', text);
    expect(synth(project).stderr).toBe('');
    expect(project.read(`${FOLDER}/configmap_a.yaml`)).toContain(`'[[{"mode":493}],"text"]'`);
  });

  it('6.7 is a file of the project: the sandbox reads no other, not by a link either', () => {
    const outside = mkdtempSync(join(tmpdir(), 'cdk8s-eks-outside-'));
    try {
      writeFileSync(join(outside, 'maps.yaml'), MAPS);
      symlinkSync(outside, join(project.root, 'apps', 'shop', 'link'));
      for (const url of [join(outside, 'maps.yaml'), './link/maps.yaml']) {
        project.write('apps/shop/app.ts', app(url));
        const ran = synth(project, '--sandbox');
        expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('starts a process')]);
      }
    } finally {
      rmSync(outside, { recursive: true });
    }
  });
});
