import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseOutputPath, placeOf } from '../knowledge/argocd/parse-output-path';
import type { CommittedObject } from '../model/check-input';
import { defined } from '../model/defined';
import type { RenderedObject } from '../model/rendered-object';
import { type CommittedFile, isUnread, linkedOutput, readCommittedFile, type UnreadOutput } from './committed-file';
import { committedEntries } from './committed-paths';

/** Which committed objects are wanted. */
export interface CommittedSelection {
  /** Paths below the output folder; one that ends in `/` stands for everything below it. `@default` - all */
  readonly within?: readonly string[];
  /** Paths below the output folder that need not be read, since what belongs there is known. */
  readonly except?: ReadonlySet<string>;
  /** What an earlier reading of the same process found. */
  readonly memory?: CommittedMemory;
}

/** What was read, by absolute path, for a process that reads the same output again and again. */
export type CommittedMemory = Map<
  string,
  {
    readonly mtimeMs: number;
    readonly size: number;
    readonly read: RenderedObject | { readonly path: string; readonly message: string } | undefined;
  }
>;

export interface Committed {
  readonly objects: readonly RenderedObject[];
  /** Files that stand where ours do, and cannot be read. */
  readonly unread: readonly UnreadOutput[];
}

/** The committed objects of an environment, as context for the checks and for `diff`. Files of others are passed over. */
export function readCommitted(
  outDir: string,
  environment: string,
  { within, except, memory }: CommittedSelection = {},
): Committed {
  const objects: RenderedObject[] = [];
  const unread: UnreadOutput[] = [];
  const { files, links } = committedEntries(outDir, environment);
  const isWanted = (path: string) =>
    except?.has(path) !== true && (within === undefined || within.some((scope) => isWithin(path, scope)));
  for (const path of files) {
    if (!isWanted(path)) continue;
    const read = () => readCommittedFile(outDir, path);
    const file = memory === undefined ? read() : remembered(memory, join(outDir, path), read);
    if (isUnread(file)) unread.push(file);
    else if (file !== undefined) objects.push(file);
  }
  unread.push(...links.filter(isWanted).flatMap((path) => linkedOutput(outDir, path)));
  return { objects, unread };
}

/** The committed definitions of custom kinds of some apps: few, and known by their file names. */
export function committedDefinitions(outDir: string, environment: string, isOf: (app: string) => boolean): Committed {
  const within = committedEntries(outDir, environment).files.filter(
    (path) => parseOutputPath(path)?.kind === 'customresourcedefinition' && isOf(placeOf(path).app),
  );
  return within.length === 0 ? { objects: [], unread: [] } : readCommitted(outDir, environment, { within });
}

function isWithin(path: string, scope: string): boolean {
  return scope.endsWith('/') ? path.startsWith(scope) : path === scope;
}

function remembered(memory: CommittedMemory, file: string, read: () => CommittedFile): CommittedFile {
  const { mtimeMs, size } = statSync(file);
  const known = memory.get(file);
  if (known !== undefined && known.mtimeMs === mtimeMs && known.size === size) return known.read;
  const found = read();
  memory.set(file, { mtimeMs, size, read: found });
  return found;
}

/** What is committed, as identities. */
export function committedObjects(objects: readonly RenderedObject[]): readonly CommittedObject[] {
  return objects.map(({ app, group, kind, namespace, name }) => ({
    app,
    group,
    kind,
    ...defined({ namespace }),
    name,
  }));
}
