import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Declarations } from './declarations';

/**
 * Hands on the declarations that the compiler writes for the package as it is now. Whether the types are right is asked
 * by `npm run typecheck`: asking here too costs twice the time, and a new construct is a type error until its row in
 * shapes.ts is written, which is made of these declarations.
 */
export function withDeclarations<T>(root: string, use: (declarations: Declarations) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-api-'));
  try {
    const ran = emit(root, folder);
    if (ran.status !== 0) throw new Error(`the compiler wrote no declarations:\n${ran.stdout}${ran.stderr}`);
    return use(new Declarations(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function emit(root: string, folder: string) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', folder];
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
}
