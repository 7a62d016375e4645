import { resolve } from 'node:path';
import type { Problem } from '../../model/errors';

const DIAGNOSTIC = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/;
/** What a file of `--explainFiles` is there for: someone imports it, or refers to it. */
const USED = /^\s+.* from file '(.+?)'(?: with packageId .*)?$/;
const SOURCE = /\.(?:[cm]?[jt]sx?|json)$/;

const OF_APPS = /^apps\/|\.d\.[cm]?ts$/;
/** Also where they lie beside what they test. */
const TESTS = /\.(?:test|spec)\.[cm]?[jt]sx?$|\/__tests__\//;

const FIX = 'correct the line; `npx tsc --noEmit` checks it again.';

/** What the compiler says with `--explainFiles`. */
export interface Answer {
  readonly problems: readonly Problem[];
  /** Absolute paths of the files that it read. */
  readonly files: readonly string[];
  /** Of those, as problems name them, the ones that no app uses: tests, and what only they use. */
  readonly unused: ReadonlySet<string>;
  /** What is neither a problem of a file nor about files. */
  readonly rest: string;
}

export function readAnswer(output: string, root: string): Answer {
  const problems: Problem[] = [];
  const rest: string[] = [];
  /** By file: what it uses. */
  const uses = new Map<string, string[]>();
  let file: string | undefined;
  for (const line of output.split(/\r?\n/)) {
    const problem = problemIn(line);
    const last = problems.at(-1);
    const user = USED.exec(line)?.[1];
    if (problem !== undefined) {
      problems.push(problem);
      file = undefined;
    } else if (file !== undefined && user !== undefined) usesOf(uses, slashed(user)).push(file);
    else if (SOURCE.test(line) && /^\S/.test(line)) {
      file = slashed(line);
      usesOf(uses, file);
    } else if (file === undefined && last !== undefined && /^\s+\S/.test(line))
      problems[problems.length - 1] = { ...last, message: `${last.message}\n${line}` };
    else if (file === undefined) rest.push(line);
  }
  const files = [...uses.keys()].map((path) => resolve(root, path));
  return { problems, files, unused: unusedOf(uses), rest: rest.join('\n').trim() };
}

/** Declarations are everybody's. Where no app is named, nothing is known, and all count as used. */
function unusedOf(uses: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const all = [...uses.keys()];
  const used = new Set(all.filter((path) => OF_APPS.test(path) && !TESTS.test(path)));
  if (!all.some((path) => path.startsWith('apps/'))) return new Set();
  for (const path of used) for (const other of uses.get(path) ?? []) used.add(other);
  return new Set(all.filter((path) => !used.has(path)));
}

function problemIn(line: string): Problem | undefined {
  const match = DIAGNOSTIC.exec(line);
  if (match === null) return undefined;
  const [, file = '', row, column, code, text] = match;
  return {
    message: `${code}: ${text}`,
    fix: FIX,
    place: { file: slashed(file), line: Number(row), column: Number(column) },
  };
}

function usesOf(uses: Map<string, string[]>, path: string): string[] {
  const known = uses.get(path) ?? [];
  uses.set(path, known);
  return known;
}

const slashed = (path: string) => path.replaceAll('\\', '/');
