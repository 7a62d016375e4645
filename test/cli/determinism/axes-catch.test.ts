import { join } from 'node:path';
import { TestProject } from '../../support/project';
import { axes } from './axes';
import { contentOf, type Rendered, Renderings } from './renderings';

/** Each mistake, in an app of its own, and the axis under which it shows. */
const MISTAKES: readonly (readonly [axis: string, expression: string])[] = [
  ['locale', "['ı', 'i', 'I', 'z', 'ö'].sort((a, b) => a.localeCompare(b)).join() + (0.5).toLocaleString()"],
  ['time zone', 'new Date(0).toString()'],
  ['working directory', 'process.cwd()'],
  ['order of folders', "readdirSync(join(__dirname, '..', 'environments', 'prod', '..'), { recursive: true }).join()"],
  ['environment', "process.env['HOSTNAME'] ?? ''"],
];

/** `odd-time-zone` */
const nameOf = (axis: string) => `odd-${axis.replaceAll(' ', '-')}`;
const appOf = ([axis, expression]: (typeof MISTAKES)[number]) => `import { ApiObject } from 'cdk8s';
import { defineApp } from 'cdk8s-eks';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
export default defineApp({
  name: '${nameOf(axis)}',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    const text = String(${expression});
    const data = { found: readdirSync.length + join(text, '.') };
    new ApiObject(scope, 'a', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: '${nameOf(axis)}' }, data });
  },
});
`;
const NAMESPACE = `import { AppNamespace, defineApp } from 'cdk8s-eks';
export default defineApp({
  name: 'namespace',
  owner: 'games',
  charts(scope) {
    new AppNamespace(scope, 'namespace', { name: 'game-2048' });
  },
});
`;

describe('an app that is not deterministic', () => {
  const ways = axes();
  let project: TestProject;
  let renderings: Renderings;
  let usual: Promise<Rendered>;
  beforeAll(() => {
    project = new TestProject({ 'namespace.ts': NAMESPACE });
    for (const mistake of MISTAKES) project.write(`apps/${nameOf(mistake[0])}.ts`, appOf(mistake));
    renderings = new Renderings(project.root);
    usual = renderings.start({ name: 'as usual' });
  });
  afterAll(() => {
    renderings.end();
    project.remove();
  });

  it.each(MISTAKES)('is caught by another %s', async (axis) => {
    const way = ways.find(({ name }) => name === axis)?.ways[0];
    const [one, other] = await Promise.all([usual, renderings.start(way ?? { name: '' })]);
    expect([one.stderr, one.code, other.stderr, other.code]).toEqual(['', 0, '', 0]);
    const [ours, theirs] = [one, other].map(({ folder }) => contentOf(join(folder, 'dev', nameOf(axis))));
    expect([ours?.files, theirs?.files]).toEqual([1, 1]);
    expect(theirs?.hash).not.toBe(ours?.hash);
  });
});
