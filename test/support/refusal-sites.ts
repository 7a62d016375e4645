import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject } from 'cdk8s';
import { Node } from 'constructs';
import { Problems } from '../../charts/shared/problems';
import { ROOT } from './project';

/** Where a construct refuses something: `charts/workload/image.ts:21`. */
export type Site = string;

const CALL = /\bproblems\.(?!raise|error)\w+\(|\brefusal\(/g;
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

/** What constructs did while they refused something. */
export class Refusals {
  /** Each place in `charts/` that refused something. */
  readonly reached = new Set<Site>();
  /** Objects that were made before their construct had judged its properties. */
  readonly early: string[] = [];
}

/** Runs `run` and notes what constructs refuse meanwhile. */
export function recordRefusals<T>({ reached, early }: Refusals, run: () => T): T {
  const { add, raise } = Problems.prototype;
  Problems.prototype.add = function record(message, fix) {
    reached.add(callerOf(new Error().stack ?? ''));
    add.call(this, message, fix);
  };
  Problems.prototype.raise = function record() {
    const { node } = this['construct'];
    const below = node instanceof Node ? node.findAll().filter(ApiObject.isApiObject) : [];
    early.push(...below.map((object) => object.node.path));
    raise.call(this);
  };
  try {
    return run();
  } finally {
    Object.assign(Problems.prototype, { add, raise });
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
