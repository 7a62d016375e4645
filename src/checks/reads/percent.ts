import type { FieldPath, JsonValue } from '../../model/json';
import type { Tell } from '../engine/rule';

/** A field that counts Pods or takes a share of them. An absent one is left to the server's default. */
export function judgeShare(
  value: JsonValue | undefined,
  path: FieldPath,
  tell: Tell,
  { atMost100 = true }: { readonly atMost100?: boolean } = {},
): boolean {
  if (value === undefined) return true;
  const percent = percentOf(value);
  const field = String(path.at(-1));
  const wanted = atMost100 ? 'a whole number, or 0% to 100%' : 'a whole number, or a percentage';
  const wrong =
    typeof value === 'string'
      ? percent === undefined || (atMost100 && percent > 100)
      : typeof value === 'number' && value < 0;
  if (wrong)
    tell({
      path,
      found: String(value),
      wanted,
      what: `the server refuses \`${field}: ${String(value)}\`; it wants ${wanted}.`,
      fix: `use ${wanted}.`,
    });
  return !wrong;
}

/** The number before the sign: 25 for `25%`. */
function percentOf(value: JsonValue): number | undefined {
  const match = /^(\d+)%$/.exec(String(value));
  return match === null ? undefined : Number(match[1]);
}

/** Whether a count or share is written as nothing: `0` or `0%`. */
export function isZero(value: JsonValue | undefined): boolean {
  return value === 0 || percentOf(value ?? '') === 0;
}
