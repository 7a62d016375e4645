import { oneLine } from '../grammar/visible-text';
import type { JsonValue } from '../model/json';

/** Most characters of one value: a longer text would push the rest of the report out of sight. */
const LONGEST = 160;

/** A value of a field on one line, cut where it is long. */
export function valueText(value: JsonValue | undefined): string {
  if (value === undefined) return '(none)';
  const text = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner));
  return oneLine(text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}…` : text);
}
