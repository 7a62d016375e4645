import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readBlobs } from './blobs';
import { askGit } from './git';

/** Why there is no source: a full sentence, and the fix. */
export interface NoSource {
  readonly message: string;
  readonly fix: string;
}

interface Entry {
  readonly mode: string;
  readonly id: string;
  readonly path: string;
}

const ENTRY = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s;
const LINK = '120000';
const SUBMODULE = '160000';
/** Files that one process of Git hands out, so that memory does not grow with the source. */
const AT_ONCE = 5000;
const FSCK = 'make `git fsck` pass, or fetch again.';

/**
 * Writes the files of a folder as they are in a revision. @param without names at the top that are left out
 * @returns why it cannot be done
 */
export function writeRevision(
  root: string,
  commit: string,
  folder: string,
  without: readonly string[],
): NoSource | undefined {
  const { output, refusal } = askGit(root, ['ls-tree', '-r', '-z', commit]);
  if (output === undefined) return { message: `Git does not list ${commit}: ${refusal}.`, fix: FSCK };
  const isLeftOut = ({ path }: Entry) => without.some((name) => path === name || path.startsWith(`${name}/`));
  const entries = entriesOf(output).filter((entry) => !isLeftOut(entry));
  const submodule = entries.find(({ mode, path }) => mode === SUBMODULE && /^(apps|charts)(\/|$)/.test(path));
  if (submodule !== undefined)
    return {
      message: `${submodule.path} is a submodule, and the repository around it does not hold its files.`,
      fix: 'keep apps/ and charts/ in the repository itself.',
    };
  const files = entries.filter(({ mode }) => mode !== SUBMODULE);
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const wrong = writeSome(root, files.slice(from, from + AT_ONCE), folder);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function entriesOf(listing: Buffer): readonly Entry[] {
  return listing
    .toString('utf8')
    .split('\0')
    .flatMap((text) => {
      const [, mode, id, path] = ENTRY.exec(text) ?? [];
      return mode === undefined || id === undefined || path === undefined ? [] : [{ mode, id, path }];
    });
}

function writeSome(root: string, entries: readonly Entry[], folder: string): NoSource | undefined {
  const blobs = readBlobs(
    root,
    entries.map(({ id }) => id),
  );
  if (typeof blobs === 'string') return { message: `Git does not hand out files: ${blobs}.`, fix: FSCK };
  for (const [index, { path, mode }] of entries.entries()) {
    const bytes = blobs[index];
    if (bytes === undefined) return { message: `Git knows ${path} and lacks what it holds.`, fix: FSCK };
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (mode === LINK) symlinkSync(bytes.toString('utf8'), target);
    else writeFileSync(target, bytes);
  }
  return undefined;
}
