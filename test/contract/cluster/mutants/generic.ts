import type { Live } from '../harness/api';
import type { Random } from './random';

/** Fields whose names and types the server does not fix: maps of the user's own, and free-form parts. */
const FREE =
  /(^|\.)(labels|annotations|matchLabels|selector|nodeSelector|data|parameters|hard|default|defaultRequest|max|min|limits|requests)(\.|$)/;

interface Field {
  readonly of: Live;
  readonly key: string;
  readonly path: string;
}

/** Every field below `spec`, `roleRef`, `rules` and their like, whose name the schema gives. */
function fieldsOf(value: Live, path = ''): readonly Field[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => fieldsOf(item, `${path}[${at}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => {
    const below = path === '' ? key : `${path}.${key}`;
    if (path === '' && (key === 'apiVersion' || key === 'kind' || key === 'metadata')) return [];
    const inner = fieldsOf(value[key], below);
    return FREE.test(path) ? inner : [{ of: value, key, path: below }, ...inner];
  });
}

/** Misspells one field's name. @returns the path of the field */
export function renameField(object: Live, random: Random): string | undefined {
  const field = random.pick(fieldsOf(object));
  if (field === undefined) return undefined;
  const { of, key } = field;
  const at = random.below(key.length - 1);
  const swapped = `${key.slice(0, at)}${key[at + 1]}${key[at]}${key.slice(at + 2)}`;
  const name = swapped === key ? `${key}s` : swapped;
  of[name] = of[key];
  delete of[key];
  return field.path;
}

/** Gives one field a value of another type. @returns the path of the field and what it became */
export function retypeField(object: Live, random: Random): string | undefined {
  const field = random.pick(fieldsOf(object));
  if (field === undefined) return undefined;
  const { of, key, path } = field;
  const others = [{ wrong: 'type' }, ['wrong'], 'wrong', 7, true].filter((one) => typeOf(one) !== typeOf(of[key]));
  of[key] = random.pick(others);
  return `${path} = ${JSON.stringify(of[key])}`;
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}
