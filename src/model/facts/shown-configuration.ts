import { isJsonObject, type JsonValue, own } from '../json';
import { by } from '../order';

/** Keys whose values nobody should find in a repository. */
const SECRET =
  /pass(word|phrase|wd)?$|secret|token|credential|api-?_?key|private-?_?key|access-?_?key|authorization|connection-?_?string/i;
/** Of what must stay out of the file. */
const HIDDEN = '(not written: its key sounds like a secret)';

/** A configuration as facts hold it: with sorted keys, and without values whose key, or whose variable, sounds like a secret. */
export function shownConfiguration(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(shownConfiguration);
  if (!isJsonObject(value)) return plain(value);
  const name = own(value, 'name');
  const isVariable = typeof name === 'string' && SECRET.test(name);
  const entries = Object.entries(value).map(([key, one]): [string, JsonValue] => {
    const isHidden = isScalar(one) && (SECRET.test(key) || (isVariable && key === 'value'));
    return [key, isHidden ? HIDDEN : shownConfiguration(one)];
  });
  return Object.fromEntries(entries.sort(by(([key]) => key)));
}

/** A switch such as `createSecret: true` tells nothing. */
function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function plain(value: unknown): JsonValue {
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : String(value);
}
