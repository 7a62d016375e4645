import { LONGEST_KEY } from '../../grammar/yaml-scalar';
import { type Path, refuseText } from './refusals';
import { isPlainKey, quoted } from './scalar';
import { classOf, FORBIDDEN, PLUS } from './text-class';

/**
 * A key with its colon.
 * @param lineBreak with the indent of the key
 */
export function writeKey(key: string, lineBreak: string, path: Path, depth: number): string {
  const bits = classOf(key);
  if ((bits & (FORBIDDEN | PLUS)) !== 0) refuseText(key, bits, path, depth);
  const written = isPlainKey(key, bits) ? key : quoted(key, bits);
  return written.length > LONGEST_KEY ? `? ${written}${lineBreak}:` : `${written}:`;
}
