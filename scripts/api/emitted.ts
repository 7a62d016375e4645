import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Declarations } from './declarations';

/** Hands on the declarations that the compiler writes for the package as it is now. */
export function withDeclarations<T>(root: string, use: (declarations: Declarations) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-api-'));
  try {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', folder];
    const ran = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`the compiler wrote no declarations:\n${ran.stdout}${ran.stderr}`);
    return use(new Declarations(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
