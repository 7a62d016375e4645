import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/project';

/** Every `@example` of a public construct, and every TypeScript block of the pages. */
function examples(): readonly { readonly from: string; readonly code: string }[] {
  const found: { from: string; code: string }[] = [];
  const read = (folder: string, extension: string) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith(extension))
      .map((path) => join(folder, path));
  for (const path of [...read('charts', '.ts'), ...read('src/run', '.ts')]) {
    for (const match of readFileSync(join(ROOT, path), 'utf8').matchAll(/@example\n([\s\S]*?)(?:\n \* @|\n \*\/)/g)) {
      found.push({ from: path, code: (match[1] as string).replace(/^ \* ?/gm, '') });
    }
  }
  for (const path of ['README.md', ...read('docs', '.md')]) {
    for (const match of readFileSync(join(ROOT, path), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g))
      found.push({ from: path, code: match[1] as string });
  }
  return found;
}

describe('what the pages and doc comments show', () => {
  it('compiles', () => {
    const all = examples();
    expect(all.length).toBeGreaterThan(4);
    const folder = mkdtempSync(join(ROOT, '.cache-examples-'));
    try {
      all.forEach(({ from, code }, index) => {
        writeFileSync(join(folder, `example-${index}.ts`), `// ${from}\n${code}`);
      });
      const compilerOptions = {
        strict: true,
        module: 'nodenext',
        skipLibCheck: true,
        types: ['node', 'jest'],
        noEmit: true,
        paths: {
          'cdk8s-eks': ['../charts/index.ts'],
          'cdk8s-eks/checks': ['../src/doors/checks.ts'],
          'cdk8s-eks/environments': ['../src/doors/environments.ts'],
          'cdk8s-eks/imports/*': ['../imports/*.ts'],
          'cdk8s-eks/testing': ['../src/doors/testing.ts'],
        },
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
      const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
      const ran = spawnSync(process.execPath, [tsc, '-p', folder, '--singleThreaded'], { cwd: ROOT, encoding: 'utf8' });
      expect(ran.stdout).toBe('');
      expect(ran.status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
