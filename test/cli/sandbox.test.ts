import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BINARY, INGRESS_CLASS, SHOP, TestProject, withoutTime } from '../support/project';

const ESCAPES: readonly (readonly [name: string, imports: string, call: string, says: string, fix: string])[] = [
  ['addon', '', "process.dlopen({ exports: {} }, '/there/x.node')", 'loads native code', 'before'],
  ['exec', "import { execSync } from 'node:child_process';", "execSync('id')", 'starts a process', 'before'],
  ['fork', "import { fork } from 'node:child_process';", "fork('/x.js')", 'starts a process', 'before'],
  ['list', "import { readdirSync } from 'node:fs';", "readdirSync('/etc')", 'reads the file system (/etc)', 'import'],
  [
    'read',
    "import { readFileSync } from 'node:fs';",
    "readFileSync('/etc/passwd')",
    'reads the file system (/etc/passwd)',
    'import',
  ],
  ['spawn', "import { spawnSync } from 'node:child_process';", "spawnSync('id')", 'starts a process', 'before'],
  [
    'worker',
    "import { Worker } from 'node:worker_threads';",
    "new Worker('', { eval: true })",
    'starts a worker thread',
    'before',
  ],
  [
    'write',
    "import { writeFileSync } from 'node:fs';",
    "writeFileSync('/tmp/cdk8s-eks-escaped', '')",
    'writes to the file system (/tmp/cdk8s-eks-escaped)',
    'write',
  ],
];

const FIXES: Readonly<Record<string, string>> = {
  before: 'do it before the rendering and commit what comes of it, or run without --sandbox.',
  import: 'import the file as text, or take the value from environment.yaml.',
  write: 'leave writing to synth: make an object instead.',
};

const app = (
  name: string,
  imports: string,
  call: string,
  top = '',
) => `import { AppNamespace, defineApp } from 'cdk8s-eks';
${imports}
${top}
export default defineApp({
  name: '${name}',
  owner: 'games',
  charts(scope) {
    ${call};
    new AppNamespace(scope, 'namespace', { name: 'game-2048' });
  },
});
`;

/** Node says which program or file on some versions only. */
const withoutProgram = (text: string) => text.replace(/(starts a process) \([^)]*\)/g, '$1');

/** An app of another library's constructs. */
const PLUS = `import { ConfigMap } from 'cdk8s-plus-28';
import { defineApp } from 'cdk8s-eks';
export default defineApp({
  name: 'plus',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    new ConfigMap(scope, 'notes', { data: { big: String(2n ** 64n), text: 'a' } });
  },
});
`;

/** By its own number; one that is gone is what was wanted. */
function endProcess(pid: number): void {
  try {
    if (pid > 1) process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

describe('--sandbox', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject();
  });
  afterEach(() => project.remove());

  it('refuses files, processes, threads and native code, each at the line that asks', () => {
    for (const [name, imports, call] of ESCAPES) project.write(`apps/${name}.ts`, app(name, imports, call));
    const ran = project.run('synth', '--sandbox', '--env', 'dev', '--format', 'json');
    const said = ESCAPES.map(([name, , call, says, fix]) => ({
      message: `the app ${says}, which --sandbox refuses.`,
      fix: FIXES[fix],
      path: `dev › ${name}`,
      source: { file: `apps/${name}.ts`, line: 8, column: call.startsWith('process.') ? 13 : 5 },
    }));
    expect(ran.code).toBe(2);
    expect(JSON.parse(withoutProgram(ran.stdout)).problems).toMatchObject(said);
    expect(existsSync('/tmp/cdk8s-eks-escaped')).toBe(false);
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
  });

  it('refuses the same while a module is loaded, and modules that write behind the model’s back', () => {
    project.write('apps/a.ts', app('a', "import { readFileSync } from 'node:fs';", '', "readFileSync('/etc/passwd');"));
    project.write('apps/b.ts', app('b', '', '', "require('trace_events');"));
    project.write('apps/c.ts', app('c', '', '', "require('no-such-package');"));
    const ran = project.run('check', '--sandbox');
    expect([ran.code, ran.stderr]).toEqual([
      2,
      `error APP_MODULE: apps/a.ts:3:1: the app reads the file system (/etc/passwd), which --sandbox refuses.
fix: ${FIXES['import']}

error APP_MODULE: apps/b.ts:3:1: the module threw while it was loaded: trace_events is not there under --sandbox: it can write files.

error APP_MODULE: apps/c.ts:3:1: the module imports "no-such-package", and no package of that name is installed here.
fix: run \`npm install no-such-package\`, or \`npm install\` where package.json names it already.
`,
    ]);
  });

  it('tells a refusal that the app lives with, and a promise that nobody waits for', () => {
    const reads = (name: string, from: string, call: string) => app(name, `import { readFile } from '${from}';`, call);
    const sync = "import { readFileSync } from 'node:fs';";
    project.write('apps/a.ts', app('a', sync, "try { readFileSync('/etc/hostname') } catch {}"));
    project.write('apps/b.ts', reads('b', 'node:fs/promises', "readFile('/etc/hostname').catch(() => '')"));
    project.write('apps/c.ts', reads('c', 'node:fs', "readFile('/etc/hostname', () => '')"));
    project.write('apps/d.ts', app('d', '', "Promise.reject(new Error('no'))"));
    project.write('apps/e.ts', app('e', '', "(async () => { throw new Error('late'); })()"));
    project.write('apps/f.ts', app('f', '', ''));
    const ran = project.run('synth', '--sandbox', '--env', 'dev');
    const read = 'the app reads the file system (/etc/hostname), which --sandbox refuses.';
    const alone = (why: string) =>
      `a promise was rejected and nobody waited for it: ${why}\nfix: charts() is over when it returns: do what takes time before the rendering, and commit what comes of it.`;
    expect([ran.code, ran.stderr]).toEqual([
      2,
      [
        `error APP_RENDER: apps/a.ts:8:11 › dev › a: ${read}`,
        '  also at apps/b.ts:8:5 › dev › b',
        '  also at apps/c.ts:8:5 › dev › c',
        `fix: ${FIXES['import']}\n`,
        `error APP_RENDER: apps/d.ts:8:20 › dev › d: ${alone('no')}\n`,
        `error APP_RENDER: apps/e.ts:8:26 › dev › e: ${alone('late')}\n`,
      ].join('\n'),
    ]);
  });

  it('tells what a module asks for and lives without, and lets a package try it while it is loaded', () => {
    const attempt = "try { require('node:fs').readFileSync('/etc/hostname') } catch {}";
    project.write('node_modules/curious/package.json', '{ "name": "curious", "version": "1.0.0" }');
    project.write('node_modules/curious/index.js', `${attempt}\nexports.x = 1;\n`);
    project.write('apps/a.ts', app('a', '', '', "require('curious');"));
    expect(project.run('check', '--sandbox', '--env', 'dev')).toMatchObject({ code: 0, stderr: '' });
    project.write('apps/a.ts', app('a', '', '', attempt));
    const ran = project.run('check', '--sandbox', '--env', 'dev');
    expect([ran.code, ran.stderr]).toEqual([
      2,
      `error APP_MODULE: apps/a.ts:3:26: the app reads the file system (/etc/hostname), which --sandbox refuses.\nfix: ${FIXES['import']}\n`,
    ]);
  });

  it('leaves no file on the roads around the permission model that are known', () => {
    const roads = `for (const road of [globalThis.require, process.getBuiltinModule, require]) {
  try { road('trace_events').createTracing({ categories: ['node', 'v8'] }).enable(); } catch {}
  try { new (road('node:sqlite').DatabaseSync)('escaped.db'); } catch {}
}`;
    project.write('apps/a.ts', app('a', '', '', roads));
    const before = readdirSync(project.root);
    expect(project.run('check', '--sandbox', '--env', 'dev')).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(project.root)).toEqual(before);
  });

  it('has no environment variables', () => {
    process.env['CDK8S_EKS_CANARY'] = 'seen';
    try {
      project.write('apps/a.ts', app('a', '', 'throw new Error(JSON.stringify(process.env))'));
      const ran = project.run('check', '--sandbox', '--env', 'dev');
      expect([ran.code, ran.stderr]).toEqual([2, 'error APP_RENDER: apps/a.ts:8:11 › dev › a: {}\n']);
    } finally {
      delete process.env['CDK8S_EKS_CANARY'];
    }
  });

  it.each([
    ['process.exit(0)', 'exit code 0'],
    ["process.kill(process.pid, 'SIGKILL')", 'SIGKILL'],
  ])('is no success when an app calls %s', (call, how) => {
    project.write('apps/a.ts', app('a', '', call));
    const ran = project.run('synth', '--sandbox');
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([
      2,
      '',
      `error APP_RENDER: the process that renders the apps did not finish: it ended with ${how} before it answered.\nfix: look in the apps for process.exit(), too much memory, and writes to file descriptor 3.\n`,
    ]);
  });

  it('leaves no process behind when the tool is ended while an app goes on for ever', async () => {
    project.write('apps/a.ts', app('a', '', "process.stderr.write('pid ' + process.pid + '.'); for (;;) ''"));
    const args = [BINARY, '--project', project.root, 'synth', '--sandbox', '--no-typecheck'];
    const tool = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    try {
      tool.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8');
        if (said.endsWith('.')) tool.kill('SIGTERM');
      });
      // That is not before all who hold its stderr are gone.
      const signal = await new Promise((resolve) => tool.on('close', (_code, by) => resolve(by)));
      expect([signal, said]).toEqual(['SIGTERM', expect.stringMatching(/^pid \d+\.$/)]);
    } finally {
      tool.kill('SIGKILL');
      endProcess(Number(/^pid (\d+)/.exec(said)?.[1]));
    }
  });

  it('3.2 renders, finds, delivers and places the same as without it', () => {
    const ignored = "{ group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/paused'] }";
    project.write('apps/shop.ts', SHOP.replace('owner', `gitops: { ignoreDifferences: [${ignored}] },\n  owner`));
    project.write('apps/ingress.ts', INGRESS_CLASS);
    project.write('apps/plus.ts', PLUS);
    const confined = project.run('synth', '--sandbox');
    const files = project.files();
    const plain = project.run('synth');
    expect([Object.keys(files).length > 40, project.files()]).toEqual([true, files]);
    expect(project.read('dist/prod/_argocd/application.argoproj.io_prod-shop.yaml')).toContain('/spec/paused');
    expect([confined.code, confined.stderr]).toEqual([0, '']);
    expect(withoutTime(confined.stdout).replace('56 written, 0 unchanged', '0 written, 56 unchanged')).toBe(
      withoutTime(plain.stdout),
    );
    expect(confined.stdout).toContain('  in apps/shop.ts:9:17\n');
  });
});

describe('without --sandbox', () => {
  it('an app that calls process.exit(0) is no success either', () => {
    const project = new TestProject({ 'a.ts': app('a', '', 'process.exit(0)') });
    try {
      expect(project.runApart('synth')).toEqual({
        code: 2,
        stdout: '',
        stderr:
          'error APP_RENDER: apps/a.ts:8:13: the process ended before the work was done.\nfix: look in the apps for process.exit().\n',
      });
    } finally {
      project.remove();
    }
  });
});
