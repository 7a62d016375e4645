import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { ROOT } from '../../support/project';

/** Runs the TypeScript blocks of a page, as modules beside it. @returns what each exports */
function run(page: string): readonly Record<string, unknown>[] {
  const text = readFileSync(join(ROOT, 'docs', page), 'utf8');
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, source = '']) => {
    const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
    const module = { exports: {} };
    const load = (name: string): unknown => require(name.startsWith('../') ? join(ROOT, name.slice(3)) : name);
    new Function('require', 'module', 'exports', code)(load, module, module.exports);
    return module.exports;
  });
}

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-pages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('9.2 the code of docs/adopt.md', () => {
  const before = process.env['CDK8S_OUTDIR'];
  process.env['CDK8S_OUTDIR'] = join(folder, 'adopt');
  // Its third block is a test, which registers itself here.
  const blocks = run('adopt.md');
  if (before === undefined) delete process.env['CDK8S_OUTDIR'];
  else process.env['CDK8S_OUTDIR'] = before;

  it('9.2 renders as a cdk8s App does, for one environment and for two', () => {
    expect(blocks).toHaveLength(3);
    const written = readdirSync(join(folder, 'adopt')).sort();
    expect(written).toEqual(['dev-shop.k8s.yaml', 'prod-shop.k8s.yaml', 'shop.k8s.yaml']);
    const textOf = (name: string) => readFileSync(join(folder, 'adopt', name), 'utf8');
    expect(textOf('shop.k8s.yaml')).toContain('\n  replicas: 1\n');
    expect(textOf('prod-shop.k8s.yaml')).toContain('\n    - host: shop.prod.example.com\n');
  });
});

// Its blocks are tests.
describe('9.4 the code of docs/testing.md', () => {
  const blocks = run('testing.md');
  it('9.4 is two tests', () => expect(blocks).toHaveLength(2));
});

describe('9.4 the code of docs/checks.md', () => {
  const [apps, manifests] = run('checks.md') as [
    { errorsOfApps: (project: string) => Promise<readonly string[]> },
    { mayBeApplied: (project: string, folder: string) => Promise<boolean> },
  ];

  it('9.4 judges what apps render', async () => {
    expect(await apps.errorsOfApps(ROOT)).toEqual([]);
  });

  it('9.4 judges a folder of YAML', async () => {
    const map = (data: string) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { replicas: ${data} }\n`;
    const yaml = join(folder, 'yaml');
    mkdirSync(yaml);
    writeFileSync(join(yaml, 'map.yaml'), map('"2"'));
    expect(await manifests.mayBeApplied(ROOT, yaml)).toBe(true);
    writeFileSync(join(yaml, 'map.yaml'), map('2'));
    expect(await manifests.mayBeApplied(ROOT, yaml)).toBe(false);
  });
});
