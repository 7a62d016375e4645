import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { INGRESS_CLASS, ROOT, SHOP } from '../support/project';
import { contents } from './contents';
import { doors } from './doors';
import { newcomer } from './newcomer';
import { Packed, run } from './packed';

/** Of a group whose name ends as text files do, which are imported otherwise. */
const SCALED_OBJECT = `new ScaledObject(scope, 'scaler', {
      metadata: { name: 'web' },
      spec: {
        scaleTargetRef: { name: 'web' },
        minReplicaCount: 1,
        triggers: [{ type: 'cpu', metricType: 'Utilization', metadata: { value: '60' } }],
      },
    });
`;

describe('the package that teams install', () => {
  let packed: Packed;
  let app: string;

  beforeAll(() => {
    packed = new Packed();
    app = join(packed.folder, 'app');
    packed.installIn(app);
    mkdirSync(join(app, 'apps'));
    const filter = (path: string) => basename(path) !== 'release.yaml';
    cpSync(join(ROOT, 'environments'), join(app, 'environments'), { recursive: true, filter });
    // Values that only this repository's apps read.
    for (const name of ['staging', 'prod']) {
      const path = join(app, 'environments', name, 'environment.yaml');
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^values:\n .*\n/m, ''));
    }
    writeFileSync(join(app, 'apps', 'ingress.ts'), INGRESS_CLASS);
    writeFileSync(join(app, 'apps', 'hello.sh'), 'echo hello\n');
    const compilerOptions = { strict: true, module: 'nodenext', skipLibCheck: true, types: [], noEmit: true };
    writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['apps'] }));
  });

  afterAll(() => packed.remove());

  it('holds the tool, its types and its schemas, and neither sources nor tests', () => {
    expect(packed.files).toEqual(
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
    expect(packed.files.filter((path) => /^(apps|charts|dist|scripts|src|test|node_modules)\//.test(path))).toEqual([]);
  });

  it('renders and type-checks an app, text files included, in a repository of its own', () => {
    const hello = SHOP.replace(
      'import {',
      "import hello from './hello.sh';\nimport { ScaledObject } from 'cdk8s-eks/imports/keda.sh';\nimport {",
    ).replace('new AppNamespace', `${SCALED_OBJECT}    new AppNamespace`);
    writeFileSync(
      join(app, 'apps', 'shop.ts'),
      hello.replace('env: {', "args: [hello.trim()],\n      replicas: 'external',\n      env: {"),
    );
    const ran = packed.inside(app, 'synth');
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(readFileSync(join(app, 'dist', 'prod', 'shop', 'game-2048', 'deployment_web.yaml'), 'utf8')).toContain(
      '            - echo hello\n',
    );
    const scaler = readFileSync(
      join(app, 'dist', 'prod', 'shop', 'game-2048', 'scaledobject.keda.sh_web.yaml'),
      'utf8',
    );
    expect(scaler).toContain('  triggers:\n    - metadata:\n        value: "60"\n');
    const confined = packed.inside(app, 'synth', '--check', '--sandbox', '--verify-determinism');
    expect([confined.status, confined.stderr.startsWith('rendered twice, ')]).toEqual([0, true]);
  });

  describe('by its files', () => contents(() => packed));
  describe('for those who resolve it', () => doors(() => packed));
  describe('for a newcomer', () => newcomer(() => packed));
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
