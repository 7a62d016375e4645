import { INGRESS_CLASS, type Ran, SHOP, TestProject, withoutTime } from '../project';

/** An app that does something while it renders. */
const app = (call: string) => `import { ConfigFiles, defineApp } from 'cdk8s-eks';

export default defineApp({
  name: 'odd',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    ${call};
    new ConfigFiles(scope, 'odd', { data: { a: 'b' } });
  },
});
`;

describe('a process that runs the command line again and again', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
  });
  afterEach(() => project.remove());

  it.each([
    'synth',
    'check --strict --format json',
    'diff --env nowhere',
    'synth --verify-determinism --env dev',
    '--help',
  ])('says and writes what a process of its own does: %s', (line) => {
    const args = line.split(' ');
    const said = ({ code, stdout, stderr }: Ran) => [code, withoutTime(stdout), stderr];
    project.write('dist/notes.txt', 'mine\n');
    const [warm, written] = [project.run(...args), project.files()];
    project.delete('dist');
    project.write('dist/notes.txt', 'mine\n');
    expect(said(project.runApart(...args))).toEqual(said(warm));
    expect(project.files()).toEqual(written);
  });

  it('begins each run with its own variables, packages and exit code', () => {
    project.write('node_modules/kept/package.json', '{ "name": "kept", "version": "1.0.0" }');
    project.write('node_modules/kept/index.js', "module.exports = 'first';");
    project.write('apps/odd.ts', app("console.log(require('kept'), process.env.ODD_ONE, process.env.ODD_OTHER)"));
    const synth = (env: NodeJS.ProcessEnv) => project.runWith(env, 'synth', '--env', 'dev');
    expect(synth({ ODD_ONE: 'a' })).toMatchObject({ code: 0, stderr: 'first a undefined\n' });
    expect(project.run('synth', '--env', 'nowhere').code).toBe(2);
    project.write('node_modules/kept/index.js', "module.exports = 'second';");
    expect(synth({ ODD_OTHER: 'b' })).toMatchObject({ code: 0, stderr: 'second undefined b\n' });
  });

  it('does at the end of a run what the run left to the end of its process', () => {
    project.write('apps/odd.ts', app("process.once('exit', (code) => console.error('ended', code))"));
    const ran = project.run('synth', '--env', 'dev');
    expect([ran.code, ran.stderr]).toEqual([0, 'ended 0\n']);
    expect(project.run('synth', '--env', 'prod').stderr).toBe('ended 0\n');
  });

  it('is missed when a run ends it, and the next run has another', () => {
    project.write('apps/odd.ts', app('process.exit(0)'));
    expect(() => project.run('synth')).toThrow(/^--project \S+ synth: the run ended its process: use runApart\.\n$/);
    project.delete('apps/odd.ts');
    expect(project.run('synth').code).toBe(0);
  });
});
