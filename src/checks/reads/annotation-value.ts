import type { JudgedValue, Siblings } from '../../knowledge/aws/annotation-values';

/** What the controller wants in place of a value it cannot use; undefined where it can. */
export function wantedValue(
  value: JudgedValue,
  text: string,
  siblings: Siblings = () => undefined,
): string | undefined {
  if (value.dependsOn !== undefined) return value.wants(text, siblings);
  const known = FITTING.get(value);
  if (known?.has(text)) return undefined;
  const wanted = value.wants(text, siblings);
  if (wanted !== undefined) return wanted;
  if (known === undefined) FITTING.set(value, new Set([text]));
  else if (known.size < MOST_REMEMBERED) known.add(text);
  return undefined;
}

/** The objects of a platform say the same few things. */
const FITTING = new Map<JudgedValue, Set<string>>();
const MOST_REMEMBERED = 100;
