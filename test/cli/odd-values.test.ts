import { TestProject } from '../support/project';

/** An app of one ConfigMap, made in line 9. */
const app = (fields: string, before = '') => `import { ApiObject } from 'cdk8s';
import { AppNamespace, defineApp } from 'cdk8s-eks';
${before}
export default defineApp({
  name: 'odd',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    new ApiObject(scope, 'a', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, ${fields} });
    new AppNamespace(scope, 'ns', { name: 'game-2048' });
  },
});
`;

const PLAIN = 'only plain maps, lists, strings, booleans and numbers can be written.';
const REFUSED: readonly (readonly [name: string, fields: string, before: string, says: string])[] = [
  ['a date', 'data: { a: new Date(0) }', '', `data.a is of class Date; ${PLAIN}`],
  [
    'a map that holds itself',
    'data: self',
    'const self: any = {}; self.a = self;',
    'data.a.a.a.a.a.a.a goes on for more than 100 levels below; it may contain itself.',
  ],
];

describe.each([[[]], [['--sandbox']]])('an object of odd values %j', (flags) => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject();
  });
  afterEach(() => project.remove());

  it('is written with every key it has', () => {
    const fields = "data: { ['__proto__']: 'x', constructor: 'y' }, binaryData: none";
    project.write('apps/odd.ts', app(fields, "const none = Object.assign(Object.create(null), { b: 'eg==' });"));
    const ran = project.run('synth', '--env', 'local', '--verify-determinism', ...flags);
    expect([ran.code, ran.stderr]).toEqual([0, expect.stringMatching(/^rendered twice/)]);
    const written = project.read('dist/local/odd/game-2048/configmap_a.yaml');
    expect(written.slice(written.indexOf('binaryData:'))).toBe(`binaryData:
  b: eg==
data:
  "__proto__": x
  constructor: "y"
`);
  });

  it.each(REFUSED)('is refused for %s, at its line', (_name, fields, before, says) => {
    project.write('apps/odd.ts', app(fields, before));
    const ran = project.run('synth', '--env', 'local', ...flags);
    expect([ran.code, ran.stderr]).toEqual([
      2,
      `error APP_RENDER: apps/odd.ts:9:5 › local › odd › odd/a: ${says}\nfix: write plain maps, lists, strings, booleans and numbers.\n`,
    ]);
  });

  it('1.10 names the line where a Lazy value makes an object', () => {
    const late = "new ApiObject(scope, 'late', { apiVersion: 'v1', kind: 'ConfigMap' }).name";
    const fields = `data: Lazy.any({\n      produce: () => ({ a: ${late} }),\n    })`;
    project.write('apps/odd.ts', `${app(fields)}import { Lazy } from 'cdk8s';\n`);
    const ran = project.run('synth', '--env', 'local', ...flags);
    expect([ran.code, ran.stderr]).toEqual([
      2,
      'error APP_RENDER: apps/odd.ts:10:28 › local › odd › odd/a: a construct below odd is made while objects become files, by a Lazy value or a validation: nothing of it would be written.\nfix: make it in `charts` itself; let a Lazy value or a validation only read.\n',
    ]);
  });
});
