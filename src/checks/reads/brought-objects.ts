import { parse } from 'yaml';
import { isJsonObject, type JsonObject, textAt } from '../../model/json';

/** Every scalar stays the text it is; anchors, aliases and merge keys count. */
const AS_TEXT = { schema: 'failsafe', merge: true, uniqueKeys: false, logLevel: 'silent' } as const;

/** Azure's provider has texts in its YAML that are YAML in turn; nothing goes deeper. */
const TEXTS_IN_TEXT = 2;

/**
 * Names, aliases and file names of what a provider mounts, from the YAML text in the parameters of a
 * SecretProviderClass; none where it is written otherwise.
 * @see https://github.com/aws/secrets-store-csi-driver-provider-aws#secretproviderclass-options
 * @see https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/getting-started/usage/
 */
export function broughtObjects(parameters: JsonObject): ReadonlySet<string> {
  const found = new Set<string>();
  collect(textAt(parameters, 'objects') ?? '', TEXTS_IN_TEXT, found);
  const separator = textAt(parameters, 'pathTranslation') ?? '_';
  if (separator !== 'False') for (const name of [...found]) found.add(name.replaceAll('/', separator));
  return found;
}

function collect(text: string, depth: number, found: Set<string>): void {
  if (depth > 0) walk(read(text), (inner) => collect(inner, depth - 1, found), found);
}

/** Undefined for a text that is not YAML, or too much of it. */
function read(text: string): unknown {
  try {
    return parse(text, AS_TEXT);
  } catch {
    return undefined;
  }
}

function walk(value: unknown, onText: (text: string) => void, found: Set<string>): void {
  if (typeof value === 'string') {
    if (value.includes(':')) onText(value);
  } else if (Array.isArray(value)) {
    for (const one of value) walk(one, onText, found);
  } else if (isJsonObject(value)) {
    for (const [key, one] of Object.entries(value)) {
      if (typeof one === 'string' && (key === 'objectName' || key === 'objectAlias')) found.add(one);
      else walk(one, onText, found);
    }
  }
}
