import { type ChildProcess, spawn } from 'node:child_process';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { INGRESS_CLASS, ROOT, SHOP, TestProject } from '../support/project';

let project: TestProject;
let child: ChildProcess;
let said = '';

beforeEach(() => {
  project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
  said = '';
  child = spawn(process.execPath, [join(ROOT, 'bin', 'cdk8s-eks.js'), '--project', project.root, 'synth', '--watch'], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
});

afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
  project.remove();
});

/** Waits until the program has said something since the last time, and not for ever. */
async function hear(text: RegExp): Promise<string> {
  for (let left = 10_000; left > 0; left -= 1) {
    const heard = said;
    if (text.test(heard)) {
      said = '';
      return heard;
    }
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}:\n${heard}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`the program did not say ${text}:\n${said}`);
}

const changed = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) =>
  Object.keys(after).filter((path) => after[path] !== before[path]);

describe('synth --watch', () => {
  it('renders what an edit touches, tells a mistake, and goes on after it', async () => {
    await hear(/49 written, 0 unchanged, 0 removed, 4 environments/);
    const first = project.files();

    project.edit('apps/shop.ts', 'port: 9898', 'port: 9899');
    const edited = await hear(/4 written, .* removed, 4 environments/);
    expect(edited.split('\n')[0]).toBe('edited: apps/shop.ts');
    const second = project.files();
    expect(changed(first, second).map((path) => path.split('/').slice(2).join('/'))).toEqual(
      new Array(4).fill('shop/game-2048/deployment_web.yaml'),
    );

    project.edit('apps/shop.ts', 'port: 9899,', 'port: 9899,,');
    expect(await hear(/error APP_MODULE: /)).toContain('apps/shop.ts:10:18: Expected identifier but found ","');
    expect(project.files()).toEqual(second);

    project.edit('apps/shop.ts', 'port: 9899,,', 'port: 9898,');
    await hear(/4 written, .* removed, 4 environments/);
    expect(project.files()).toEqual(first);

    // Other tools make files of their own and remove them again.
    project.write('apps/4913', '');
    project.delete('apps/4913');
    project.edit('environments/prod/environment.yaml', 'minReplicas: 2', 'minReplicas: 3');
    const settings = await hear(/1 written, .* removed, 4 environments/);
    expect(settings.split('\n')[0]).toBe('edited: environments/prod/environment.yaml');
    expect(changed(first, project.files())).toEqual(['dist/prod/shop/game-2048/deployment_web.yaml']);
  });

  it('renders again what a finding kept from being written', async () => {
    await hear(/49 written, 0 unchanged, 0 removed, 4 environments/);
    project.edit('apps/shop.ts', "    new AppNamespace(scope, 'namespace', { name: 'game-2048' });", '');
    project.edit('environments/prod/environment.yaml', 'minReplicas: 2', 'minReplicas: 3');
    await hear(/nothing was written, 4 environments/);
    project.write('apps/shop.ts', SHOP);
    await hear(/1 written, .* removed, 4 environments/);
    expect(project.run('synth', '--check').stdout).toContain('dist/ is what the source says');
  });

  it('sees a folder that goes away and comes back, as with another branch', async () => {
    await hear(/49 written, 0 unchanged, 0 removed, 4 environments/);
    project.write('shared/port.ts', 'export const port = 9898;\n');
    project.edit('apps/shop.ts', 'import {', "import { port } from '../shared/port';\nimport {");
    project.edit('apps/shop.ts', 'port: 9898', 'port');
    await hear(/0 written, .* removed, 4 environments/);
    project.delete('shared');
    await hear(/error APP_MODULE: /);
    project.write('shared/port.ts', 'export const port = 9899;\n');
    await hear(/4 written, .* removed, 4 environments/);
    project.write('shared/port.ts', 'export const port = 9897;\n');
    await hear(/4 written, .* removed, 4 environments/);
  });

  it('6.7 a file outside apps/ that an app includes is an input of it', async () => {
    await hear(/49 written, 0 unchanged, 0 removed, 4 environments/);
    const map = (value: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: base\ndata:\n  a: ${value}\n`;
    project.write('base/map.yaml', map('one'));
    const include = "new Include(scope, 'included', { url: 'base/map.yaml' });\n    new AppNamespace(";
    const text = SHOP.replace('new AppNamespace(', include);
    project.write('apps/shop.ts', `import { Include } from 'cdk8s';\n${text}`);
    await hear(/4 written, .* removed, 4 environments/);
    project.write('base/map.yaml', map('two'));
    expect((await hear(/4 written, .* removed, 4 environments/)).split('\n')[0]).toBe('edited: base/map.yaml');
  });

  it('waits for another run to end, and renders everything where output is gone', async () => {
    await hear(/49 written, 0 unchanged, 0 removed, 4 environments/);
    project.write('.dist.cdk8s-eks.lock', `${process.pid}@${hostname()}\n`);
    project.edit('apps/shop.ts', 'port: 9898', 'port: 9899');
    await hear(/another run \(.*\) is writing/);
    project.delete('.dist.cdk8s-eks.lock');
    await hear(/4 written, .* removed, 4 environments/);
    project.delete('dist');
    project.edit('apps/shop.ts', 'port: 9899', 'port: 9898');
    await hear(/49 written, .* removed, 4 environments/);
  });

  it('ends with the code of the signal, and without another word, also while it is writing', async () => {
    const hook = join(ROOT, 'test', 'cli', 'faults', 'hook.cjs');
    const args = ['--require', hook, join(ROOT, 'bin', 'cdk8s-eks.js'), '--project', project.root, 'synth', '--watch'];
    const fault = { FAULT_UNDER: join(project.root, 'out'), FAULT_AT: '20', FAULT_KIND: 'SIGINT' };
    const interrupted = spawn(process.execPath, [...args, '--out', 'out'], { env: { ...process.env, ...fault } });
    let stderr = '';
    interrupted.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString('utf8');
    });
    const code = await new Promise((resolve) => interrupted.on('close', resolve));
    const watching =
      'watching apps/, environments/ and what apps import: an edit renders what it touches, and Ctrl-C ends it\n';
    expect([code, stderr]).toEqual([130, watching]);
    expect(Object.keys(project.files('out'))).toHaveLength(49);
  });
});
