import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { isJsonObject, type JsonValue } from '../../src/model/json';
import { newProject } from '../../src/run/commands/init';
import { ROOT, TestProject } from '../support/project';

const PAGE = readFileSync(join(ROOT, 'docs', 'add-ons.md'), 'utf8');
/** The code of a page, by its language. */
const blocks = (language: string) =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map((match) => match[1] ?? '');

function laid(below: JsonValue | undefined, above: JsonValue | undefined): JsonValue {
  if (!isJsonObject(below) || !isJsonObject(above)) return above ?? below ?? null;
  const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries([...keys].map((key) => [key, laid(below[key], above[key])]));
}

describe('what docs/add-ons.md shows', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject();
    for (const [path, text] of Object.entries(newProject('platform', ROOT))) project.write(path, text);
    for (const name of ['staging', 'prod']) project.delete(`environments/${name}`);
    project.delete('environments/eks.yaml');
  });
  afterEach(() => project.remove());

  it('runs in a new project', () => {
    const [addOns = '', owners = '', identity = ''] = blocks('yaml');
    project.write('apps/platform-add-ons.ts', blocks('ts')[0] ?? '');
    const lay = (path: string, ...above: readonly string[]) =>
      project.write(path, stringify(above.map((one) => parse(one)).reduce(laid, parse(project.read(path)))));
    lay('environments/defaults.yaml', owners);
    lay('environments/dev/environment.yaml', addOns, identity, 'identity: { iamRoles: { ebs-csi: eks/ebs-csi } }');
    const { code, stdout, stderr } = project.run('synth', '--no-typecheck');
    expect([code, stderr, stdout.split('\n').filter((line) => /^(error|warning)/.test(line))]).toEqual([0, '', []]);
    expect(project.read('dist/dev/_argocd/appproject.argoproj.io_dev-add-ons.yaml')).toContain(
      'https://aws.github.io/eks-charts',
    );
  });
});
