import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { BINARY, INGRESS_CLASS, type Ran, SHOP, TestProject } from '../support/project';

/** An app that says more than a pipe takes, in the objects of one environment. */
const LARGE = `import { ConfigFiles, defineApp } from 'cdk8s-eks';

export default defineApp({
  name: 'large',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    for (let i = 0; i < 10; i++)
      new ConfigFiles(scope, 'c' + i, { name: 'c' + i, hash: false, data: { text: 'x'.repeat(300_000) } });
  },
});
`;

let project: TestProject;
beforeEach(() => {
  project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
});
afterEach(() => project.remove());

/** Through a shell, in which $TOOL is the command line with the project. */
function inShell(script: string): Ran {
  const env = { ...process.env, NO_COLOR: '1', TOOL: `${process.execPath} ${BINARY} --project ${project.root}` };
  const ran = spawnSync('bash', ['-c', script], { encoding: 'utf8', env, timeout: 60_000, maxBuffer: 2 ** 26 });
  return { code: ran.status ?? -1, stdout: ran.stdout, stderr: ran.stderr };
}

describe('a command that is done', () => {
  it('ends, though an app leaves open a timer, a thread, a server, and an error after the work', () => {
    const left = [
      'setInterval(() => {}, 1000);',
      "new (require('node:worker_threads').Worker)('setInterval(() => {}, 1000)', { eval: true });",
      "require('node:http').createServer().listen(0);",
      "setTimeout(() => { throw new Error('late') }, 60_000);",
    ];
    project.write('apps/shop.ts', `${SHOP}${left.join('\n')}\n`);
    const ran = inShell('$TOOL synth --env dev');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
  });

  it('ends too where it writes nothing', () => {
    project.write('apps/shop.ts', `${SHOP}setInterval(() => {}, 1000);\n`);
    expect(inShell('$TOOL diff --env dev')).toMatchObject({ code: 1, stderr: '' });
  });

  it('has said everything, however slowly it is read', () => {
    project.write('apps/large.ts', LARGE);
    expect(project.run('synth', '--env', 'dev').code).toBe(0);
    project.edit('apps/large.ts', "'x'", "'y'");
    const { stdout } = inShell('$TOOL diff --env dev --format json | (sleep 1; cat)');
    expect(stdout.length).toBeGreaterThan(5_000_000);
    expect(JSON.parse(stdout).changes).toHaveLength(10);
    expect(inShell('$TOOL diff --env dev --format json | head -c 9; echo ", $PIPESTATUS"').stdout).toMatch(/, 1\n$/);
  });
});

describe('the exit code', () => {
  it.each([
    ["process.on('exit', () => { process.exitCode = 0; });"],
    ["process.on('exit', () => process.exit(0));"],
    ["process.on('exit', () => { process.exitCode = 7; process.exit(); });"],
    ['setImmediate(() => { process.exitCode = 0; });'],
    ['process.exitCode = 7;'],
  ])('6.8 of the run stands, whatever an app does at its end: %s', (statement) => {
    project.write('apps/shop.ts', `${SHOP}${statement}\n`);
    expect(inShell('$TOOL synth --check --env dev --no-typecheck').code).toBe(1);
    // A code that is 0 without the app's help.
    if (statement.includes('7')) expect(inShell('$TOOL synth --env dev --no-typecheck').code).toBe(0);
  });

  it.each([
    ['cannot be written', '2>/dev/full'],
    ['goes to a reader that is gone', '2> >(exec true)'],
    ['is closed', '2>&-'],
  ])('stays when stderr %s', (_what, stderr) => {
    const wait = stderr.includes('true') ? 'sleep 0.3;' : '';
    const run = (args: string): number => inShell(`{ ${wait} $TOOL ${args}; } ${stderr}`).code;
    expect(run('synth --env nope')).toBe(2);
    expect(run('-v synth --env dev')).toBe(0);
  });

  it('is 2 when stdout cannot be written, which is told in a line', () => {
    const stderr =
      'error OUTPUT: stdout could not be written: ENOSPC: no space left on device, write.\nfix: make room where it goes, or send it elsewhere.\n';
    expect(inShell('$TOOL synth --env dev >/dev/full')).toEqual({ code: 2, stdout: '', stderr });
    expect(inShell('$TOOL synth --env dev --check >/dev/full 2>/dev/full').code).toBe(2);
  });

  it('is that of the work when an app speaks to a reader that is gone', () => {
    project.edit('apps/shop.ts', 'charts(scope) {', "charts(scope) {\n    console.log('x');");
    expect(inShell('{ sleep 0.3; $TOOL synth; echo $? >&2; } | true')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'x\nx\nx\nx\n0\n',
    });
    expect(Object.keys(project.files())).toHaveLength(49);
  });
});

describe('synth --watch', () => {
  it('ends when nobody reads what it says', async () => {
    const child: ChildProcess = spawn(process.execPath, [BINARY, '--project', project.root, 'synth', '--watch']);
    try {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.stdout?.destroy();
      expect(await ended).toBe(0);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
