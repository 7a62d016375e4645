import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { INGRESS_CLASS, ROOT, SHOP } from '../support/project';

const run = (command: string, args: readonly string[], cwd: string) =>
  spawnSync(command, args as string[], { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });

describe('the package that teams install', () => {
  let folder: string;
  let packed: readonly string[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-package-'));
    const types = run(
      process.execPath,
      [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
      ROOT,
    );
    expect([types.status, types.stdout]).toEqual([0, '']);
    expect(run(process.execPath, ['scripts/run.mjs', 'scripts/copy-types.ts'], ROOT).status).toBe(0);
    const ran = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT);
    const [{ filename, files }] = JSON.parse(ran.stdout) as [{ filename: string; files: { path: string }[] }];
    packed = files.map((file) => file.path);
    expect(run('tar', ['-xzf', filename], folder).status).toBe(0);
    const modules = join(folder, 'app', 'node_modules');
    mkdirSync(join(folder, 'app', 'apps'), { recursive: true });
    mkdirSync(modules);
    cpSync(join(folder, 'package'), join(modules, 'cdk8s-eks'), { recursive: true });
    for (const name of [
      'cdk8s',
      'cdk8s-plus-28',
      'constructs',
      'yaml',
      'valibot',
      'commander',
      'esbuild',
      '@esbuild',
      '@aws-sdk',
      'typescript',
      '@types',
      'undici-types',
    ]) {
      try {
        symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
      } catch {
        // A package that is not there is one that nothing needs.
      }
    }
    const filter = (path: string) => basename(path) !== 'release.yaml';
    cpSync(join(ROOT, 'environments'), join(folder, 'app', 'environments'), { recursive: true, filter });
    writeFileSync(join(folder, 'app', 'apps', 'shop.ts'), SHOP);
    writeFileSync(join(folder, 'app', 'apps', 'ingress.ts'), INGRESS_CLASS);
    writeFileSync(join(folder, 'app', 'apps', 'hello.sh'), 'echo hello\n');
    const compilerOptions = { strict: true, module: 'nodenext', skipLibCheck: true, types: [], noEmit: true };
    writeFileSync(join(folder, 'app', 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['apps'] }));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the tool, its types and its schemas, and neither sources nor tests', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        'README.md',
        'LICENSE',
        'bin/cdk8s-eks.js',
        'lib/charts/index.js',
        'lib/charts/index.d.ts',
        'lib/charts/text-files.d.ts',
        'lib/src/cli/main.js',
        'imports/schemas/kubernetes-1.36.json',
        'environments/environment.schema.json',
      ]),
    );
    expect(packed.filter((path) => /^(apps|charts|dist|scripts|src|test|node_modules)\//.test(path))).toEqual([]);
  });

  it('renders and type-checks an app, text files included, in a repository of its own', () => {
    const app = join(folder, 'app');
    writeFileSync(
      join(app, 'apps', 'shop.ts'),
      SHOP.replace('import {', "import hello from './hello.sh';\nimport {").replace(
        'env: {',
        'args: [hello.trim()],\n      env: {',
      ),
    );
    const ran = run(process.execPath, [join(app, 'node_modules', 'cdk8s-eks', 'bin', 'cdk8s-eks.js'), 'synth'], app);
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(readFileSync(join(app, 'dist', 'prod', 'shop', 'game-2048', 'deployment_web.yaml'), 'utf8')).toContain(
      '            - echo hello\n',
    );
    const binary = join(app, 'node_modules', 'cdk8s-eks', 'bin', 'cdk8s-eks.js');
    const confined = run(process.execPath, [binary, 'synth', '--check', '--sandbox', '--verify-determinism'], app);
    expect([confined.status, confined.stderr.startsWith('rendered twice, ')]).toEqual([0, true]);
  });
});

describe('a checkout', () => {
  /** A copy, since others run the binary of this one at the same time. */
  const checkout = mkdtempSync(join(tmpdir(), 'cdk8s-eks-checkout-'));
  afterAll(() => rmSync(checkout, { recursive: true, force: true }));

  it('refuses to run a lib/ that is older than its sources', () => {
    for (const path of ['src/cli', 'scripts/build.mjs', 'package.json', 'bin', 'lib'])
      cpSync(join(ROOT, path), join(checkout, path), { recursive: true });
    for (const folder of ['charts', 'imports']) mkdirSync(join(checkout, folder));
    symlinkSync(join(ROOT, 'imports', 'schemas'), join(checkout, 'imports', 'schemas'));
    symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
    const args = ['bin/cdk8s-eks.js', '--project', ROOT, 'synth', '--check', '--env', 'local', '--no-typecheck'];
    const synth = () => run(process.execPath, args, checkout);
    const built = new Date();
    utimesSync(join(checkout, 'lib', '.built'), built, built);
    const fresh = synth();
    expect([fresh.status, fresh.stderr]).toEqual([0, '']);
    const source = join(checkout, 'src', 'cli', 'main.ts');
    const later = new Date(built.getTime() + 3_600_000);
    utimesSync(source, later, later);
    const ran = synth();
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([
      3,
      '',
      `error STALE_BUILD: lib/ is older than its sources (1 changed, such as ${source}), so it would render what the code no longer says.\nfix: run \`npm run build\`, or use \`npm run synth\`, which does.\n`,
    ]);
  });
});
