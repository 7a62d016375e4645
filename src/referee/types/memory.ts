import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mayBeWrittenSince } from '../../model/file-stamp';
import type { Compiler } from './compiler';
import { inputsOf } from './inputs';
import { replaceFile } from './own-file';
import { type State, stateOf, unchangedState } from './states';

/** Part of the file name, so that a file of an older form is never read. */
const FORM = 1;

/**
 * Remembers, outside the project, with which inputs the compiler found nothing. Whatever is wrong with what was
 * remembered costs time and nothing else: the compiler then runs.
 */
export class TypeMemory {
  private readonly file: string;
  /** Where the compiler keeps what it knows of each file, for the next run that has to check. */
  readonly buildInfo: string;

  constructor(
    private readonly root: string,
    private readonly compiler: Compiler,
    cache: string,
  ) {
    const key = [FORM, root, compiler.program, ...compiler.args].join('\0');
    const base = join(cache, 'types', createHash('sha256').update(key).digest('hex').slice(0, 32));
    this.file = `${base}.json`;
    this.buildInfo = `${base}.tsbuildinfo`;
  }

  /** Whether every input is what it was when the compiler found nothing. */
  isClean(): boolean {
    try {
      const states = parse(readFileSync(this.file, 'utf8'));
      if (states === undefined) return false;
      const started = Date.now();
      let hasMoved = false;
      for (const [path, before] of states) {
        const now = unchangedState(path, before);
        if (now === undefined) return false;
        // What is being written at this moment is read again next time.
        if (now === before || isFresh(now, started)) continue;
        states.set(path, now);
        hasMoved = true;
      }
      if (hasMoved) replaceFile(this.file, toText(states));
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Remembers that the compiler found nothing.
   * @param listed the files it read
   * @param started when it began, in milliseconds since 1970: what may have been written since then is not known to be clean
   */
  remember(listed: readonly string[], started: number): void {
    try {
      const inputs = inputsOf(this.root, this.compiler, listed);
      if (inputs === undefined) return;
      const states = new Map<string, State>();
      for (const path of inputs) {
        const state = stateOf(path);
        if (isFresh(state, started)) return;
        states.set(path, state);
      }
      replaceFile(this.file, toText(states));
    } catch {
      // A folder that cannot be written, or an input that has just been deleted: the compiler runs again next time.
    }
  }
}

/** A digest of the rest stands in the first line. */
function toText(states: ReadonlyMap<string, State>): string {
  const body = JSON.stringify([...states]);
  return `${digestOf(body)}\n${body}`;
}

function parse(text: string): Map<string, State> | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, Math.max(0, end)) !== digestOf(body)) return undefined;
  const entries: readonly (readonly [string, State])[] = JSON.parse(body);
  return new Map(entries);
}

function digestOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

function isFresh(state: State, started: number): boolean {
  if (state === null) return false;
  const [inode, size, modified, changed] = state;
  return mayBeWrittenSince([inode, size, modified, changed], started);
}
