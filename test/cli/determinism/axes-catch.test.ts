import { TestProject } from '../../support/project';
import { axes } from './axes';
import { Renderings } from './renderings';

/** Each mistake, and the axis under which it shows. */
const MISTAKES: readonly (readonly [axis: string, expression: string])[] = [
  ['locale', "['ı', 'i', 'I', 'z', 'ö'].sort((a, b) => a.localeCompare(b)).join() + (0.5).toLocaleString()"],
  ['time zone', 'new Date(0).toString()'],
  ['working directory', 'process.cwd()'],
  ['order of folders', "readdirSync(join(__dirname, '..', 'environments', 'prod', '..'), { recursive: true }).join()"],
  ['environment', "process.env['HOSTNAME'] ?? ''"],
];

jest.setTimeout(300_000);

describe('an app that is not deterministic', () => {
  let project: TestProject;
  let renderings: Renderings;
  beforeEach(() => {
    project = new TestProject();
    renderings = new Renderings(project.root);
  });
  afterEach(() => {
    renderings.end();
    project.remove();
  });

  it.each(MISTAKES)('is caught by another %s', async (name, expression) => {
    project.write(
      'apps/odd.ts',
      `import { ApiObject } from 'cdk8s';
import { AppNamespace, defineApp } from 'cdk8s-eks';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
export default defineApp({
  name: 'odd',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    new AppNamespace(scope, 'namespace', { name: 'game-2048' });
    const text = String(${expression});
    const data = { found: readdirSync.length + join(text, '.') };
    new ApiObject(scope, 'a', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data });
  },
});
`,
    );
    const way = axes().find((axis) => axis.name === name)?.ways[0];
    const [usual, other] = await Promise.all([
      renderings.start({ name: 'as usual' }),
      renderings.start(way ?? { name: '' }),
    ]);
    expect([usual.stderr, usual.code, other.stderr, other.code]).toEqual(['', 0, '', 0]);
    expect(other.hash).not.toBe(usual.hash);
  });
});
