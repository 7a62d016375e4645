import { INGRESS_CLASS, SHOP, TestProject } from '../support/project';

const app = (body: string, head = '') => `import { AppNamespace, defineApp, WebService } from 'cdk8s-eks';
${head}
export default defineApp({
  name: 'odd',
  owner: 'games',
  ${body}
});
`;
const NAMESPACE = "new AppNamespace(scope, 'namespace', { name: 'game-2048' });";

const PROMISE =
  '`charts` returns a promise, and nobody waits for it: everything behind its first `await` would be left out, and what was there before deleted.\nfix: make `charts` synchronous; read what has to be waited for before, into environment.yaml or release.yaml.\n';
const LATE =
  'a construct is made after `charts` has returned: it would be left out, and what was there before deleted.\nfix: make it before `charts` returns, without `await` and timers; read what has to be waited for before, into environment.yaml or release.yaml.\n';
const LOST =
  'ConfigMap lost is made in a construct tree of its own, which is not rendered: it would be left out, and what was there before deleted.\nfix: give it the `scope` that `charts` is handed, or a construct below that.\n';
const NOTHING =
  "the app renders nothing here, and no `skip` says why.\nfix: make an object in `charts`, or leave the environment out: skip: { dev: '<the reason>' }.\n";
const REPLACED = (name: string) =>
  `the app changes ${name} of JavaScript itself, on which every other app and cdk8s-eks stand: objects would be left out or changed in silence.\nfix: write a function of your own, and leave those of JavaScript as they are.\n`;
const THROWS = (what: string) =>
  `the validation of the construct threw: ${what}\nfix: return the messages as a list of texts; throw nothing.\n`;
const WEB =
  "new WebService(scope, 'web', { image: 'a/b:1', port: 80, readyness: { http: '/x' }, replica: 3 } as never);";
const UNKNOWN = (name: string, meant: string) =>
  `there is no property ${name}: it would be left out in silence. Did you mean "${meant}"?\nfix: write ${meant}, or leave it out.\n`;
const UNTOLD = 'something was thrown that cannot be told in words: reading it throws again.';

const SILENT: readonly (readonly [name: string, text: string, said: string])[] = [
  [
    '1.1 an await in charts()',
    app(`async charts(scope) { await Promise.resolve(); ${NAMESPACE} },`),
    `apps/odd.ts:6:3 › dev › odd: ${PROMISE}`,
  ],
  [
    '1.1 an await behind the first object',
    app(`charts: async (scope) => { ${NAMESPACE} await null; new AppNamespace(scope, 'late'); },`),
    `apps/odd.ts:6:11 › dev › odd: ${PROMISE}`,
  ],
  [
    '1.1 another thing that somebody has to wait for',
    app(`charts(scope) { ${NAMESPACE} return { then() {} } as never; },`),
    `apps/odd.ts:6:3 › dev › odd: ${PROMISE}`,
  ],
  [
    '1.1 an await in a function that charts() calls, and a caught error',
    app(
      `charts(scope) { ${NAMESPACE} ['a', 'b'].forEach(async (name) => { await null; try { new AppNamespace(scope, name); } catch {} }); },`,
    ),
    `apps/odd.ts:6:135 › dev › odd: ${LATE}`,
  ],
  [
    '1.1 a timer that makes an object, in an app that makes no other',
    app('charts(scope) { setTimeout(() => new AppNamespace(scope, "late"), 0); },'),
    `apps/odd.ts:6:36 › dev › odd: ${LATE}`,
  ],
  [
    '1.2 objects in a tree of one’s own',
    app(
      `charts(scope) { ${NAMESPACE} new k8s.KubeConfigMap(new Chart(new App(), 'mine'), 'lost', { metadata: { name: 'lost' } }); },`,
      "import { App, Chart } from 'cdk8s'; import { k8s } from 'cdk8s-eks';",
    ),
    `apps/odd.ts:6:80 › dev › odd › mine/lost: ${LOST}`,
  ],
  ['1.2 charts() that makes nothing', app('charts() {},'), `apps/odd.ts:6:3 › dev › odd: ${NOTHING}`],
  [
    '1.2 a function of JavaScript that is replaced while the app renders',
    app(`charts(scope) { Array.prototype.map = (() => []) as never; ${NAMESPACE} },`),
    `apps/odd.ts:6:3 › dev › odd: ${REPLACED('Array.prototype.map')}`,
  ],
  [
    '1.2 one that is replaced by what throws then',
    app(`charts(scope) { ${NAMESPACE} JSON.stringify = () => '{}'; Object.keys = () => []; },`),
    `apps/odd.ts:6:3 › dev › odd: ${REPLACED('Object.keys, JSON.stringify')}`,
  ],
  [
    '1.3 readyness and replica, which no construct has',
    app(`charts(scope) { ${NAMESPACE} ${WEB} },`),
    `apps/odd.ts:6:${String('  charts(scope) { '.length + NAMESPACE.length + 2)} › dev › odd › odd/web: ${UNKNOWN('readyness', 'readiness')}
error APP_RENDER: apps/odd.ts:6:${String('  charts(scope) { '.length + NAMESPACE.length + 2)} › dev › odd › odd/web: ${UNKNOWN('replica', 'replicas')}`,
  ],
  [
    '1.2 a key that is added to all objects, and an iterator that ends at once',
    app(
      `charts(scope) { ${NAMESPACE} Object.assign(Object.prototype, { immutable: true }); Object.getPrototypeOf(new Map().keys()).next = () => ({ done: true }); },`,
    ),
    `apps/odd.ts:6:3 › dev › odd: ${REPLACED('Object.prototype.immutable, Map Iterator.next')}`,
  ],
  [
    '1.2 a class that is replaced by what makes the app throw',
    app(`charts(scope) { globalThis.Map = class {} as never; ${NAMESPACE} throw new Error('later'); },`),
    `apps/odd.ts:6:3 › dev › odd: ${REPLACED('Map')}`,
  ],
  [
    '1.2 a method of cdk8s that is replaced',
    app(
      `charts(scope) { ${NAMESPACE} ApiObject.prototype.toJson = () => ({}); },`,
      "import { ApiObject } from 'cdk8s';",
    ),
    `apps/odd.ts:6:3 › dev › odd: ${REPLACED('ApiObject.prototype.toJson').replace('JavaScript itself', 'cdk8s').replace('JavaScript', 'cdk8s')}`,
  ],
  [
    '6.1 a validation that throws',
    app(`charts(scope) { scope.node.addValidation({ validate() { throw new Error('no'); } }); ${NAMESPACE} },`),
    `dev › odd › odd: ${THROWS('no')}`,
  ],
  [
    '6.1 a validation that throws what cannot be told',
    app(
      `charts(scope) { scope.node.addValidation({ validate() { throw { toString() { throw 1; } }; } }); ${NAMESPACE} },`,
    ),
    `dev › odd › odd: ${THROWS(UNTOLD)}`,
  ],
  [
    '6.1 something thrown whose text throws',
    app('charts() { throw { toString() { throw new Error("again"); } }; },'),
    `dev › odd: something that is not an Error was thrown: ${UNTOLD}\n`,
  ],
  [
    '6.1 an error whose message throws',
    app('charts() { throw Object.defineProperty(new Error(), "message", { get() { throw new Error(); } }); },'),
    `dev › odd: ${UNTOLD}\n`,
  ],
  [
    '6.1 something thrown that throws when it is asked what it is',
    app('charts() { throw new Proxy({}, { getPrototypeOf() { throw new Error("again"); }, get() { throw 1; } }); },'),
    `dev › odd: something that is not an Error was thrown: ${UNTOLD}\n`,
  ],
];

/** What another process can find out in another way than the run itself. */
const SANDBOXED = /^1\.1 an await|^1\.3 |one’s own$|while the app renders|added to all objects|method of cdk8s/;

describe('an app that would leave something out in silence', () => {
  let project: TestProject;
  let before: Readonly<Record<string, string>>;
  beforeAll(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    expect(project.run('synth').code).toBe(0);
    before = project.files();
  });
  afterAll(() => project.remove());

  it.each(SILENT)('%s: told at its line, and nothing is written', (_name, text, said) => {
    project.write('apps/odd.ts', text);
    const ran = project.run('synth', '--env', 'dev', '--no-typecheck');
    expect(ran).toEqual({ code: 2, stdout: '', stderr: `error APP_RENDER: ${said}` });
    expect(project.files()).toEqual(before);
  });

  describe('the same under --sandbox, all in one run', () => {
    // What is said of two apps at once would be one message: it has a run of its own.
    const apart = SILENT.filter((one) => SANDBOXED.test(one[0]) && one !== SILENT[1]);
    /** As long as `odd`, so that columns stay what they are. */
    const nameOf = (index: number) => `o${String(index).padStart(2, '0')}`;
    const named = (text: string, index: number) => text.replace(/\bodd\b/g, nameOf(index));
    let stderr: string;
    beforeAll(() => {
      // The last of the runs above left one, for which no app may be rendered.
      project.write('apps/odd.ts', '');
      project.delete('apps/odd.ts');
      for (const [index, [, text]] of apart.entries()) project.write(`apps/${nameOf(index)}.ts`, named(text, index));
      const ran = project.run('synth', '--env', 'dev', '--no-typecheck', '--sandbox');
      for (const index of apart.keys()) project.delete(`apps/${nameOf(index)}.ts`);
      expect([ran.code, ran.stdout]).toEqual([2, '']);
      stderr = ran.stderr;
    });

    it.each(apart.map(([name, , said], index) => [name, said, index] as const))('%s', (_name, said, index) => {
      const ours = stderr.split('\n\n').filter((text) => text.includes(`apps/${nameOf(index)}.ts`));
      expect(`${ours.join('\n\n').trimEnd()}\n`).toBe(`error APP_RENDER: ${named(said, index)}`);
    });
  });

  it.each([SILENT[1]] as typeof SILENT)('%s: the same under --sandbox', (_name, text, said) => {
    project.write('apps/odd.ts', text);
    const ran = project.run('synth', '--env', 'dev', '--no-typecheck', '--sandbox');
    expect([ran.code, ran.stderr]).toEqual([2, `error APP_RENDER: ${said}`]);
  });

  it.each([SILENT[3]] as typeof SILENT)('%s: the same with --verify-determinism', (_name, text, said) => {
    project.write('apps/odd.ts', text);
    const ran = project.run('synth', '--env', 'dev', '--no-typecheck', '--verify-determinism');
    expect([ran.code, ran.stderr]).toEqual([2, `error APP_RENDER: ${said}`]);
  });

  it('1.2 charts() that makes nothing: its module is told under --sandbox, where the function is not at hand', () => {
    project.write('apps/odd.ts', app('charts() {},'));
    const ran = project.run('synth', '--env', 'dev', '--no-typecheck', '--sandbox');
    expect([ran.code, ran.stderr]).toEqual([2, `error APP_RENDER: apps/odd.ts:1:1 › dev › odd: ${NOTHING}`]);
  });

  it.each([[[]], [['--sandbox']]])('1.3 a property that no app has: told at its line (%j)', (flags) => {
    project.write(
      'apps/odd.ts',
      app(`namespce: 'a', skp: {}, charts(scope) { ${NAMESPACE} },`).replace('});', '} as never);'),
    );
    const ran = project.run('synth', '--env', 'dev', '--no-typecheck', ...flags);
    const told = [UNKNOWN('namespce', 'namespace'), UNKNOWN('skp', 'skip')];
    expect([ran.code, ran.stderr]).toEqual([
      2,
      told.map((text) => `error APP_MODULE: apps/odd.ts:3:16 › defineApp: ${text}`).join('\n'),
    ]);
  });

  it('1.2 a module that replaces a function of JavaScript while it is loaded: named, and the others render', () => {
    project.write('apps/odd.ts', app(`charts(scope) { ${NAMESPACE} },`, 'String.prototype.trim = () => "";'));
    const ran = project.run('synth', '--env', 'dev', '--no-typecheck');
    expect([ran.code, ran.stderr]).toEqual([
      2,
      `error APP_MODULE: apps/odd.ts:1:1: ${REPLACED('String.prototype.trim')}`,
    ]);
    project.write('apps/odd.ts', app(`charts(scope) { ${NAMESPACE} },`));
    // It gets as far as what the two apps render.
    expect(project.run('synth', '--env', 'dev', '--no-typecheck').stdout).toContain(
      'error k8s/unique-object: Namespace',
    );
  });
});
