import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isJsonObject } from '../model/json';
import { messageOf } from '../model/thrown';
import { fileOf } from './commits';
import { installedOtherwise, isSameLock, LOCK_FILES } from './lock-files';
import { type NoSource, writeRevision } from './revision-files';

/** The source of a revision as files, ready to be bundled. */
export interface PinnedSource {
  readonly folder: string;
  /** Takes away what is not kept for the next run. */
  readonly remove: () => void;
}

export interface PinnedPlace {
  readonly project: string;
  /** Where sources are kept from run to run. */
  readonly cache?: string;
  /** The output folder relative to the project, which is not part of the source. */
  readonly out: string;
}

/** Settings are those of today. */
const NOT_SOURCE = ['environments', 'node_modules'];

/**
 * The project's files in a revision, without output and settings, beside the packages that its lock file names: those
 * of the project where it names the same, or else those that `install` made before.
 */
export function pinnedSource(place: PinnedPlace, commit: string): PinnedSource | NoSource {
  const own = folderOf(place, commit, 'own');
  if (own !== undefined && isOurs(own)) return { folder: own, remove: () => undefined };
  const different = LOCK_FILES.filter(
    (file) => !isSameLock(textOf(place, file), fileOf(place.project, commit, file)?.toString('utf8')),
  );
  if (different.length > 0) return otherPackages(different, commit);
  const wrong = installedOtherwise(place.project);
  if (wrong.length > 0)
    return {
      message: `node_modules is not what package-lock.json says: ${wrong.slice(0, 3).join(', ')}${wrong.length > 3 ? ` and ${wrong.length - 3} more` : ''}.`,
      fix: 'run npm ci.',
    };
  return made(place, commit, 'linked', (folder) => {
    const modules = join(place.project, 'node_modules');
    if (existsSync(modules)) symlinkSync(modules, join(folder, 'node_modules'), 'junction');
    return undefined;
  });
}

function otherPackages(files: readonly string[], commit: string): NoSource {
  return {
    message: `${files.join(' and ')} of ${commit.slice(0, 12)} names other packages than that of today, and what is rendered there comes from them.`,
    fix: 'have them installed once, into the cache of this tool: cdk8s-eks pin ENV --install.',
  };
}

/** Installs the packages of a revision beside its source, into the cache: `npm ci`, without scripts. */
export function installPinned(place: PinnedPlace, commit: string): PinnedSource | NoSource {
  if (place.cache === undefined)
    return { message: 'there is no folder in which packages could be kept.', fix: 'set XDG_CACHE_HOME.' };
  const own = folderOf(place, commit, 'own');
  if (own !== undefined && isOurs(own)) return { folder: own, remove: () => undefined };
  return made(place, commit, 'own', (folder) => {
    if (!existsSync(join(folder, 'package-lock.json')) && !existsSync(join(folder, 'npm-shrinkwrap.json')))
      return {
        message: `there is no lock file of npm in ${commit.slice(0, 12)}.`,
        fix: 'check the revision out elsewhere, and render there.',
      };
    return ran(folder, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  });
}

function made(
  place: PinnedPlace,
  commit: string,
  kind: 'own' | 'linked',
  withModules: (folder: string) => NoSource | undefined,
): PinnedSource | NoSource {
  const kept = folderOf(place, commit, kind);
  if (kept !== undefined && isOurs(kept)) return { folder: kept, remove: () => undefined };
  const folder = temporary(kept);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const wrong =
      writeRevision(place.project, commit, folder, [...NOT_SOURCE, place.out]) ??
      withModules(folder) ??
      buildOwnPackage(folder);
    if (wrong !== undefined) {
      remove();
      return wrong;
    }
    if (kept === undefined) return { folder, remove };
    renameSync(folder, kept);
    return { folder: kept, remove: () => undefined };
  } catch (error) {
    remove();
    // Another run was faster.
    if (kept !== undefined && isOurs(kept)) return { folder: kept, remove: () => undefined };
    return {
      message: `the source of ${commit.slice(0, 12)} could not be written: ${messageOf(error)}.`,
      fix: 'make room, or set XDG_CACHE_HOME to a folder that can be written.',
    };
  }
}

function folderOf({ project, cache, out }: PinnedPlace, commit: string, kind: string): string | undefined {
  if (cache === undefined) return undefined;
  const key = createHash('sha256').update([project, out, commit, kind].join('\0')).digest('hex').slice(0, 32);
  return join(cache, 'pins', key);
}

function temporary(kept: string | undefined): string {
  if (kept === undefined) return mkdtempSync(join(tmpdir(), 'cdk8s-eks-pin-'));
  const folder = `${kept}.${randomUUID()}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** It is code that will be run: not what others could have written. */
function isOurs(folder: string): boolean {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isDirectory()) return false;
  return process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
}

function textOf({ project }: PinnedPlace, file: string): string | undefined {
  const path = join(project, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** A repository that is the package itself reads it by its own name, as compiled code that Git does not hold. */
function buildOwnPackage(folder: string): NoSource | undefined {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  const told: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return isJsonObject(told) && told['name'] === 'cdk8s-eks' ? ran(folder, ['run', '--silent', 'build']) : undefined;
}

function ran(folder: string, args: readonly string[]): NoSource | undefined {
  const { status, stderr, stdout, error } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return undefined;
  const said = (error?.message ?? `${stderr}${stdout}`).trim().split('\n').slice(0, 5).join(' ');
  return {
    message: `\`npm ${args.join(' ')}\` failed for the pinned source: ${said}`,
    fix: 'make it work in a checkout of that revision.',
  };
}
