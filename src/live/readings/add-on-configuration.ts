import { parse } from 'yaml';
import { shownConfiguration } from '../../model/facts/shown-configuration';
import type { JsonValue } from '../../model/json';

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
  return shownConfiguration(value);
}
