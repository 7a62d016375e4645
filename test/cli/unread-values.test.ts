import { TestProject } from '../support/project';

const app = (name: string, body: string) => `import { AppNamespace, ConfigFiles, defineApp } from 'cdk8s-eks';

export default defineApp({
  name: '${name}',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope, environment) {
    ${body}
  },
});
`;
const CARTS = app(
  'carts',
  `new AppNamespace(scope, 'namespace', { name: 'game-2048' });
    const table = environment.values['cartsTable'];
    new ConfigFiles(scope, 'config', { name: 'config', data: { table: table ?? 'a database in the cluster' } });`,
);

const FIX = 'fix: write the name that an app asks for, or delete the value.\n';
const unread = (name: string, hint = '') =>
  `no app reads the value "${name}": an app that asks for another name takes it for absent.${hint}\n`;

describe('a value in the settings that nobody reads', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject({ 'carts.ts': CARTS });
    project.edit('environments/prod/environment.yaml', 'values: {}', 'values: { cartsTable: carts-prod }');
  });
  afterEach(() => project.remove());

  const run = (...args: readonly string[]) => project.run('check', '--no-typecheck', ...args);

  it('1.9 values: a name that is mistyped is told at its line, with the one that is asked for', () => {
    expect([run().code, run('--env', 'prod').code, run('--env', 'dev').code]).toEqual([0, 0, 0]);
    project.edit('environments/prod/environment.yaml', 'cartsTable', 'cartsTabel');
    const stderr = `error SETTINGS: environments/prod/environment.yaml:57:11 › values.cartsTabel: ${unread('cartsTabel', ' Did you mean "cartsTable"?')}57 | values: { cartsTabel: carts-prod }\n   |           ^\n${FIX}`;
    expect(run()).toEqual({ code: 2, stdout: '', stderr });
    expect([run('--sandbox').stderr, run('--env', 'prod').stderr]).toEqual([stderr, stderr]);
    // What the other apps and environments read is unknown to a run of some of them.
    expect([run('--app', 'carts').code, run('--env', 'dev').code]).toEqual([0, 0]);
  });

  it('1.9 values: one that environments inherit is told once, where it stands', () => {
    project.write('environments/defaults.yaml', `${project.read('environments/defaults.yaml')}values: { old: x }\n`);
    const { stderr } = run();
    expect(stderr.split('\n')[0]).toMatch(/^error SETTINGS: environments\/defaults\.yaml:\d+:11 › values\.old: no app/);
    expect(stderr.split('error ')).toHaveLength(2);
    expect(run('--env', 'prod').code).toBe(0);
  });

  it('1.9 values: nothing is known while an app is left out everywhere, and what a module loads itself is read', () => {
    project.edit('environments/prod/environment.yaml', 'cartsTable', 'other');
    const skip = "skip: { dev: 'later', staging: 'later', prod: 'later', local: 'later' },\n  charts";
    project.write('apps/later.ts', app('later', '').replace('charts', skip));
    expect(run().code).toBe(0);
    project.delete('apps/later.ts');
    expect(run().code).toBe(2);
    const own = `import { loadEnvironment } from 'cdk8s-eks/environments';\nconst other = loadEnvironment('prod', '${project.root}').values['other'];\nif (other === undefined) throw new Error();\n`;
    project.write('apps/carts.ts', `${own}${CARTS}`);
    expect(run().code).toBe(0);
  });
});
