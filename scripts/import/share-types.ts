// CRDs repeat whole subtrees: a Pod template in five kinds, one store's settings in two, a generator in a generator.
// cdk8s-cli makes a type of its own in each place; here those that are made alike become one type.
import { createHash } from 'node:crypto';

/** Name of a type → the statements that make it, and what turns a value of it into JSON. */
type Types = ReadonlyMap<string, string>;

const STATEMENT = /^(?=export |function )/m;
const NAME = /^export (?:interface|enum|class|function) (?:toJson_)?(\w+)/;
const INTERFACE = 'export interface ';
const TEXT_OR_WORD = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\b\w+\b/g;
/** In the name of a function, before the type that it takes. */
const TO_JSON = 'toJson_';

/**
 * The same module with each type once, under the shortest of its names. One type stands for two that are made alike
 * where they are the types of fields with the same name; for a text, a number or a choice the field above has to have the
 * same name too, since `targetPort` is not a `minBucketFactor`, however alike they are made.
 */
export function shareTypes(module: string): string {
  const statements = module.split(STATEMENT);
  const types = new Map<string, string>();
  for (const statement of statements) {
    const name = NAME.exec(statement)?.[1];
    if (name !== undefined) types.set(name, `${types.get(name) ?? ''}${statement}`);
  }
  const shared = sharedNames(types);
  return statements
    .filter((statement) => {
      const name = NAME.exec(statement)?.[1];
      return name === undefined || shared.get(name) === name;
    })
    .map((statement) => renamed(statement, (name) => shared.get(name)))
    .join('');
}

/** Each name of a type, with the name that stands for it. */
function sharedNames(types: Types): ReadonlyMap<string, string> {
  const digestOf = digests(types);
  const fieldsOf = fields(types);
  const shortest = new Map<string, string>();
  const keys = new Map<string, string>();
  for (const [name, text] of types) {
    const key = `${fieldsOf(name, text.startsWith(INTERFACE) ? 1 : 2)} ${digestOf(name)}`;
    const other = shortest.get(key);
    if (other === undefined || name.length < other.length) shortest.set(key, name);
    keys.set(name, key);
  }
  return new Map([...keys].map(([name, key]) => [name, shortest.get(key) ?? name]));
}

/**
 * The last names of fields on the way to a type, as they stand in its name. `Issuer`, `IssuerProps` and `IssuerSpec` are
 * not the types of fields, so they are shared with nobody and found where one looks for them.
 */
function fields(types: Types): (name: string, count: number) => string {
  const parents = new Map<string, string>();
  for (const [parent, text] of types)
    renamed(text, (name) => {
      if (text.startsWith(INTERFACE) && name !== parent && name.startsWith(parent) && types.has(name))
        parents.set(name, parent);
      return undefined;
    });
  const fieldsOf = (name: string, count: number): string => {
    const parent = parents.get(name);
    if (parent === undefined || count === 0) return count === 0 ? '' : name;
    return `${fieldsOf(parent, count - 1)}.${name.slice(parent.length)}`;
  };
  return fieldsOf;
}

/** The same text for two types that are made alike, down to the last of the types that they name. */
function digests(types: Types): (name: string) => string {
  const known = new Map<string, string>();
  const digestOf = (name: string): string => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const text = renamed(types.get(name) ?? '', (other) => {
      if (other === name) return '$';
      return types.has(other) ? digestOf(other) : undefined;
    });
    const digest = createHash('sha256').update(text).digest('hex');
    known.set(name, digest);
    return digest;
  };
  return digestOf;
}

/** The text with other names for types, in the names of functions too. */
function renamed(text: string, nameFor: (name: string) => string | undefined): string {
  return text.replace(TEXT_OR_WORD, (word) => {
    const prefix = word.startsWith(TO_JSON) ? TO_JSON : '';
    const name = word.slice(prefix.length);
    return `${prefix}${nameFor(name) ?? name}`;
  });
}
