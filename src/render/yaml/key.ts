import { type Path, refuseText } from './refusals';
import { isPlainKey, quoted } from './scalar';
import { classOf, FORBIDDEN, PLUS } from './text-class';

/** A reader must find the colon within 1,024 characters of the key; longer keys are marked by a question mark. */
const LONGEST_KEY = 1000;

/** A key with its colon, before a map or list and before anything on the same line. */
export interface WrittenKey {
  readonly alone: string;
  readonly spaced: string;
}

/** Keys that were found plain: nearly all come again and again. */
const PLAIN_KEYS = new Map<string, WrittenKey>();
const MOST_KEYS = 4096;
const LONGEST_KEPT = 64;

/** @param lineBreak with the indent of the key */
export function writeKey(key: string, lineBreak: string, path: Path, depth: number): WrittenKey {
  const known = PLAIN_KEYS.get(key);
  if (known !== undefined) return known;
  const bits = classOf(key);
  if ((bits & (FORBIDDEN | PLUS)) !== 0) refuseText(key, bits, path, depth);
  if (!isPlainKey(key, bits)) return withColon(quoted(key, bits), lineBreak);
  const written = withColon(key, lineBreak);
  if (PLAIN_KEYS.size < MOST_KEYS && key.length <= LONGEST_KEPT) PLAIN_KEYS.set(key, written);
  return written;
}

function withColon(written: string, lineBreak: string): WrittenKey {
  const alone = written.length > LONGEST_KEY ? `? ${written}${lineBreak}:` : `${written}:`;
  return { alone, spaced: `${alone} ` };
}
