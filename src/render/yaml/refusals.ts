import { endless, notPlain } from '../../model/unwritable';
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
  throw new YamlError(path.slice(0, depth), notPlain(value));
}

export function refuseDepth(path: Path, depth: number, limit: number): never {
  throw new YamlError(path.slice(0, Math.min(depth, 8)), endless(limit));
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
