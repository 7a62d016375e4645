import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problems } from '../../charts/shared/problems';
import { ROOT } from './project';

/** Where a construct refuses something: `charts/workload/image.ts:21`. */
export type Site = string;

const CALL = /\bproblems\.(?:add|unless)\(|\brefusal\(/g;
const OWN = 'charts/shared/problems.ts';

/** Every call in `charts/` that can refuse something, found in the text of the sources. */
export function refusalSites(): readonly Site[] {
  const files = readdirSync(join(ROOT, 'charts'), { recursive: true, encoding: 'utf8' })
    .map((file) => `charts/${file}`)
    .filter((file) => file.endsWith('.ts') && file !== OWN)
    .sort();
  return files.flatMap((file) => {
    const lines = readFileSync(join(ROOT, file), 'utf8').split('\n');
    return lines.flatMap((line, index) => Array.from(line.matchAll(CALL), () => `${file}:${index + 1}`));
  });
}

/** Runs `run` and adds to `reached` each place in `charts/` that refuses something meanwhile. */
export function recordSites<T>(reached: Set<Site>, run: () => T): T {
  const { add } = Problems.prototype;
  Problems.prototype.add = function record(message, fix) {
    reached.add(callerOf(new Error().stack ?? ''));
    add.call(this, message, fix);
  };
  try {
    return run();
  } finally {
    Problems.prototype.add = add;
  }
}

/** The innermost frame in `charts/` that is not the collector itself. */
function callerOf(stack: string): Site {
  for (const frame of stack.split('\n')) {
    const at = frame.indexOf(`${ROOT}/charts/`);
    const [file, line] = frame.slice(at + ROOT.length + 1).split(':');
    if (at !== -1 && file !== OWN) return `${file}:${line}`;
  }
  throw new Error(`something outside charts/ was refused:\n${stack}`);
}
