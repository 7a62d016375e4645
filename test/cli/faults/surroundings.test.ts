import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { INGRESS_CLASS, ROOT, SHOP, TestProject } from '../../support/project';

const BINARY = join(ROOT, 'bin', 'cdk8s-eks.js');
const ARGS = ['synth', '--env', 'dev', '--no-typecheck'];

let project: TestProject;
let wanted: Readonly<Record<string, string>>;
beforeAll(() => {
  project = new TestProject({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
  expect(project.run(...ARGS).code).toBe(0);
  wanted = project.files();
});
afterAll(() => project.remove());
beforeEach(() => rmSync(join(project.root, 'dist'), { recursive: true, force: true }));

/** Renders from nothing, in other surroundings. */
function render(env: NodeJS.ProcessEnv, node: readonly string[] = [], folder = project.root) {
  const args = [...node, BINARY, '--project', folder, ...ARGS];
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
}

describe('the rendered bytes', () => {
  it.each([
    { LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Kolkata' },
    { LC_ALL: 'da_DK.UTF-8', TZ: 'America/St_Johns', LANG: 'et_EE.UTF-8', HOME: '/nowhere', USER: 'somebody' },
    { LC_ALL: 'C', TZ: 'UTC', NODE_OPTIONS: '--stack-trace-limit=3', UV_THREADPOOL_SIZE: '1', COLUMNS: '20' },
  ])('are the same under $LC_ALL and $TZ', (env) => {
    expect(render(env)).toMatchObject({ status: 0, stderr: '' });
    expect(project.files()).toEqual(wanted);
  });

  it('are the same through a link to the project, and under another umask', () => {
    const link = `${project.root}-link`;
    symlinkSync(project.root, link);
    const umask = process.umask(0o077);
    try {
      expect(render({}, [], link)).toMatchObject({ status: 0, stderr: '' });
      expect(project.files()).toEqual(wanted);
    } finally {
      process.umask(umask);
      rmSync(link);
    }
  });

  it('hold nothing of a hundred variables, of the host or of its paths', () => {
    const canaries = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`CANARY_${i}`, `canary-value-${i}`]));
    const aws = { AWS_REGION: 'canary-region-1', AWS_ACCESS_KEY_ID: 'canary-key', KUBECONFIG: 'canary-config' };
    expect(render({ ...canaries, ...aws, NAMESPACE: 'canary-namespace' })).toMatchObject({ status: 0, stderr: '' });
    expect(project.files()).toEqual(wanted);
    for (const path of Object.keys(wanted)) {
      const text = project.read(path);
      for (const found of ['canary', hostname(), project.root, ROOT]) expect(text).not.toContain(found);
    }
  });

  it('are the same without a network, and with every folder listed the other way round', () => {
    const log = join(project.root, 'started');
    writeFileSync(log, '');
    expect(render({ OFFLINE_LOG: log }, ['--require', join(__dirname, 'offline.cjs')])).toMatchObject({ status: 0 });
    expect(project.files()).toEqual(wanted);
    const started = [...new Set(readFileSync(log, 'utf8').trim().split('\n'))].sort();
    // The bundle of the run before is kept.
    expect(started).toEqual(['spawn git']);
    rmSync(log);
  });

  it('of an app that looks at the clock never pass --check', () => {
    const other = new TestProject({
      'shop.ts': SHOP.replace('9898,', '9898,\n      labels: { at: String(process.hrtime.bigint()) },'),
      'ingress.ts': INGRESS_CLASS,
    });
    try {
      const first = other.run(...ARGS);
      expect([first.code, first.stderr]).toEqual([0, '']);
      const checked = other.run(...ARGS, '--check');
      expect(checked.code).toBe(1);
      expect(checked.stdout.split('\n')).toContain('differs: dev/shop/game-2048/deployment_web.yaml');
    } finally {
      other.remove();
    }
  });
});

describe('synth --check', () => {
  it('names every hand edit: a changed line, a deleted file, a file more, a file without its first line', () => {
    expect(project.run(...ARGS).code).toBe(0);
    const folder = 'dist/dev/shop/game-2048';
    project.edit(`${folder}/service_web.yaml`, 'port: 80', 'port: 81');
    rmSync(join(project.root, folder, 'deployment_web.yaml'));
    project.write(`${folder}/configmap_mine.yaml`, project.read(`${folder}/serviceaccount_web.yaml`));
    const ingress = project.read(`${folder}/ingress_web.yaml`);
    project.write(`${folder}/ingress_web.yaml`, ingress.slice(ingress.indexOf('\n') + 1));
    project.edit('dist/dev/ingress/_cluster/ingressclass_alb.yaml', 'kind:', '}: [');
    const ran = project.run(...ARGS, '--check');
    expect([ran.code, ran.stderr]).toEqual([1, '']);
    expect(ran.stdout.split('\n').filter((line) => / dev\//.test(line))).toEqual([
      'missing: dev/shop/game-2048/deployment_web.yaml',
      'differs: dev/ingress/_cluster/ingressclass_alb.yaml',
      'differs: dev/shop/game-2048/ingress_web.yaml',
      'differs: dev/shop/game-2048/service_web.yaml',
      'no longer rendered: dev/shop/game-2048/configmap_mine.yaml',
      'not made by this tool, left as it is: dev/shop/game-2048/ingress_web.yaml',
    ]);
  });

  it('keeps its exit code when nobody reads what it says', async () => {
    expect(project.run(...ARGS).code).toBe(0);
    project.edit('dist/dev/shop/game-2048/service_web.yaml', 'port: 80', 'port: 81');
    const child = spawn(process.execPath, [BINARY, '--project', project.root, ...ARGS, '--check'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.stdout.destroy();
    expect(await new Promise((done) => child.on('close', done))).toBe(1);
  });
});

describe('the output in Git', () => {
  const git = (...args: readonly string[]) => {
    const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
    const ran = spawnSync('git', [...who, ...args], { cwd: project.root, encoding: 'utf8' });
    expect([args, ran.status, ran.stderr]).toEqual([args, 0, expect.any(String)]);
    return ran.stdout;
  };
  const settle = () => {
    expect(project.run(...ARGS).code).toBe(0);
    for (const name of ['.gitattributes', '.gitignore']) project.write(name, readFileSync(join(ROOT, name), 'utf8'));
    git('init', '--quiet');
  };
  afterEach(() => rmSync(join(project.root, '.git'), { recursive: true, force: true }));

  it.each([
    ['true', 'crlf'],
    ['input', 'lf'],
    ['false', 'native'],
  ])('comes back byte for byte with core.autocrlf=%s and core.eol=%s', (autocrlf, eol) => {
    settle();
    git('config', 'core.autocrlf', autocrlf);
    git('config', 'core.eol', eol);
    git('add', 'dist', '.gitattributes');
    git('commit', '--quiet', '--message', 'rendered');
    rmSync(join(project.root, 'dist'), { recursive: true });
    git('checkout', '--quiet', '--', 'dist');
    expect(project.files()).toEqual(wanted);
  });

  it('is all that `git add` takes while a run is writing', () => {
    settle();
    project.write('dist/dev/shop/game-2048/service_web.yaml.4711.cdk8s-eks-tmp', 'half');
    project.write('.dist.cdk8s-eks.lock', '4711@host\n');
    project.write('.dist.0123456789abcdef.cdk8s-eks.lock', '4711@host\n');
    mkdirSync(join(project.root, 'dist', 'empty'), { recursive: true });
    git('add', '--all');
    expect(git('ls-files', 'dist', '.dist*').trim().split('\n')).toEqual(Object.keys(wanted).sort());
  });
});
