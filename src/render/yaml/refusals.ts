import { FORBIDDEN, forbiddenCharacter } from './text-class';
import { YamlError } from './yaml-error';

/** Argo CD silently skips a whole file that holds these words in any text or comment. */
const SKIP_MARKER = '+argocd:skip-file-rendering';

/** Keys and indexes down to the current value; only the first `depth` entries count. */
export type Path = readonly (string | number)[];

/** Refuses text that no YAML file may hold. @param bits of `classOf(text)` */
export function refuseText(text: string, bits: number, path: Path, depth: number): void {
  if ((bits & FORBIDDEN) !== 0) {
    const character = forbiddenCharacter(text);
    throw new YamlError(path.slice(0, depth), `holds ${character}, which some YAML reader refuses or changes.`);
  }
  if (text.includes(SKIP_MARKER)) {
    const problem = `holds "${SKIP_MARKER}", which makes Argo CD leave the object out without a word.`;
    throw new YamlError(path.slice(0, depth), problem);
  }
}

export function refuseData(value: unknown, path: Path, depth: number): never {
  const problem = `is ${describe(value)}; only plain maps, lists, strings, booleans and numbers can be written.`;
  throw new YamlError(path.slice(0, depth), problem);
}

function describe(value: unknown): string {
  if (value === undefined) return 'undefined inside a list';
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`;
  const made: unknown = Object.getPrototypeOf(value)?.constructor;
  const name = typeof made === 'function' ? made.name : '';
  return name === '' || name === 'Object' ? 'a map that inherits from another one' : `of class ${name}`;
}

export function refuseDepth(path: Path, depth: number, limit: number): never {
  const shown = path.slice(0, Math.min(depth, 8));
  throw new YamlError(shown, `goes on for more than ${limit} levels below; it may contain itself.`);
}

export function refuseNumber(value: number, path: Path, depth: number): never {
  throw new YamlError(path.slice(0, depth), `is ${value}${whyNot(value)}`);
}

export function refuseBigInt(value: bigint, path: Path, depth: number): never {
  const problem = `is ${value}, which Go reads as a float; integers go from -2^63 to 2^64 - 1. Give a string.`;
  throw new YamlError(path.slice(0, depth), problem);
}

function whyNot(value: number): string {
  if (!Number.isFinite(value)) return ', which JSON and so Kubernetes cannot hold.';
  if (Number.isInteger(value)) return ', which JavaScript can no longer hold exactly; give a bigint or a string.';
  return '; write it without an exponent, as a string if need be.';
}
