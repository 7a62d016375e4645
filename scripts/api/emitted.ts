import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Declarations } from './declarations';

/**
 * Hands on the declarations that the compiler writes for the package as it is now.
 * @param mend writes what sources may miss: the compiler emits declarations also where it finds errors, and is asked again
 */
export function withDeclarations<T>(
  root: string,
  use: (declarations: Declarations) => T,
  mend?: (declarations: Declarations) => void,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-api-'));
  try {
    let ran = emit(root, folder);
    if (ran.status !== 0 && mend !== undefined) {
      mend(new Declarations(folder));
      ran = emit(root, folder);
    }
    if (ran.status !== 0) throw new Error(`the compiler wrote no declarations:\n${ran.stdout}${ran.stderr}`);
    return use(new Declarations(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function emit(root: string, folder: string) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', folder];
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
}
