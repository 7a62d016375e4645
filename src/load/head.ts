import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { placeToAsk, startAskingGit } from './git';

/** What Git's HEAD holds of the output folder. */
export interface Head {
  /** Relative to the output folder; none where there is no repository, no commit or no output in it. */
  readonly paths: readonly string[];
  /** Set where there is a repository and it could not be asked: why. */
  readonly refusal?: string;
}

/**
 * HEAD is what Argo CD has: files that were deleted by hand since then are deletions all the same. The repository is
 * the one the output folder lies in, which may be another than the project's. Git looks while this thread renders.
 */
export async function readHead(outDir: string): Promise<Head> {
  const { cwd, prefix } = placeToAsk(outDir);
  const { output, refusal } = await startAskingGit(cwd, [...LIST, ...(prefix === '' ? [] : ['--', prefix])]);
  if (output !== undefined) {
    const paths = output.toString('utf8').split('\0');
    return { paths: paths.filter((path) => path.endsWith('.yaml')).map((path) => path.slice(prefix.length)) };
  }
  const isUnborn = /not a valid object name/i.test(refusal);
  return isUnborn || !liesInRepository(cwd) ? { paths: [] } : { paths: [], refusal };
}

const LIST = ['ls-tree', '-r', '-z', '--name-only', 'HEAD'];

function liesInRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  return dirname(folder) !== folder && liesInRepository(dirname(folder));
}
