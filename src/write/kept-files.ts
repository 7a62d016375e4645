import type { FileSpec } from '../model/file-spec';
import { byCodeUnit } from '../model/order';
import { bytesOfText, type Comparison, compareFiles } from './compare-files';
import { type KeptFile, Spool } from './spool';
import { type Staged, stage } from './stage';

/** How the output differs from the files that somebody holds; plain data. */
export interface Differences extends Comparison<string> {
  /** Bytes of what is missing or changed. */
  readonly bytes: number;
}

/** A holder of rendered files. Each call begins the work and returns what waits for its end, so that several work at once. */
export interface Holder {
  readonly compare: (outDir: string) => () => Differences;
  /** Writes what the last comparison found missing or changed, under temporary names. */
  readonly stage: (outDir: string, durable: boolean) => () => Staged;
}

/** The files that one thread has rendered, until everything is known. */
export class KeptFiles implements Holder {
  private readonly spool = new Spool();
  private readonly files: KeptFile[] = [];
  private readonly scope: string[] = [];
  private pending: readonly KeptFile[] = [];

  /** @param scope paths that these files, and no others, belong to */
  keep(files: readonly FileSpec[], scope: readonly string[]): void {
    for (const file of files) this.files.push(this.spool.keep(file));
    this.scope.push(...scope);
  }

  compare(outDir: string): () => Differences {
    return () => {
      const found = compareFiles(outDir, this.files, this.scope, (file) => file.bytes());
      this.pending = [...found.missing, ...found.changed];
      const bytes = this.pending.reduce((sum, { size }) => sum + size, 0);
      return { ...found, missing: found.missing.map(pathOf), changed: found.changed.map(pathOf), bytes };
    };
  }

  stage(outDir: string, durable: boolean): () => Staged {
    return () => stage(outDir, this.pending, durable);
  }

  close(): void {
    this.spool.close();
  }
}

/** How the output differs from files in memory; paths only. */
export function differencesOf(
  outDir: string,
  files: readonly FileSpec[],
  scope: readonly string[],
): Comparison<string> {
  const found = compareFiles(outDir, files, scope, bytesOfText);
  return { ...found, missing: found.missing.map(pathOf), changed: found.changed.map(pathOf) };
}

function pathOf({ path }: { readonly path: string }): string {
  return path;
}

/** Of several holders, as if it were one. */
export function together(all: readonly Differences[]): Differences {
  return {
    missing: all.flatMap((one) => one.missing),
    changed: all.flatMap((one) => one.changed),
    stale: all.flatMap((one) => one.stale).sort(byCodeUnit),
    foreign: all.flatMap((one) => one.foreign).sort(byCodeUnit),
    unchanged: all.reduce((sum, one) => sum + one.unchanged, 0),
    bytes: all.reduce((sum, one) => sum + one.bytes, 0),
  };
}
