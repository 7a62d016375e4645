import { parse } from 'yaml';
import { isJsonObject, type JsonValue, own } from '../../model/json';
import { by } from '../../model/order';

/** Keys whose values nobody should find in a repository. */
const SECRET =
  /pass(word|phrase|wd)?$|secret|token|credential|api-?_?key|private-?_?key|access-?_?key|authorization|connection-?_?string/i;
/** Of what must stay out of the file. */
const HIDDEN = '(not written: its key sounds like a secret)';

/**
 * An add-on's configuration, which is text of JSON or YAML, with sorted keys. Values under a key that sounds like a secret,
 * and those of variables with such a name, are left out. What cannot be parsed is told by its presence alone.
 */
export function configurationOf(text: string | undefined): JsonValue | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    return '(not written: it is not JSON or YAML)';
  }
  return clean(value);
}

function clean(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(clean);
  if (!isJsonObject(value)) return plain(value);
  const name = own(value, 'name');
  const isVariable = typeof name === 'string' && SECRET.test(name);
  const entries = Object.entries(value).map(([key, one]): [string, JsonValue] => {
    const isHidden = isScalar(one) && (SECRET.test(key) || (isVariable && key === 'value'));
    return [key, isHidden ? HIDDEN : clean(one)];
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
