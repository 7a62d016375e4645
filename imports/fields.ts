// Copied from scripts/import/fields.ts by `npm run import`; do not edit.
/** By what every generated kind becomes JSON. It drops nothing: what nobody reads is refused. */

/** What was given that no field reads, and where: in a map, which is searched for when all is known. */
interface Left {
  readonly map: object;
  readonly key: string;
  readonly known: readonly string[];
}

interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** A field that a kind does not have. */
export interface UnknownField {
  /** `spec.template.spec.containers[0].imagee` */
  readonly path: string;
  readonly key: string;
  /** Those that there are in its place. */
  readonly known: readonly string[];
}

/** Of the object that is becoming JSON; undefined while none is. */
let leftOver: Left[] | undefined;

export class UnknownFieldsError extends Error {
  constructor(
    readonly kind: Kind,
    readonly fields: readonly UnknownField[],
  ) {
    super(
      fields
        .map(
          ({ path, known }) =>
            `there is no field ${path} in a ${kind.kind} of ${kind.apiVersion}: it would be left out in silence.\n` +
            `fix: leave it out${known.length === 0 ? '' : `, or use one of: ${known.join(', ')}`}.`,
        )
        .join('\n\n'),
    );
    this.name = 'UnknownFieldsError';
  }
}

/**
 * A whole object.
 * @throws UnknownFieldsError with all that would be lost
 */
export function whole(
  kind: Kind,
  properties: object | undefined,
  toJson: (fields: never) => object | undefined,
): Record<string, unknown> {
  const given: Partial<Kind> = properties ?? {};
  const { apiVersion = kind.apiVersion, kind: name = kind.kind, ...fields } = given;
  const outer = leftOver;
  const left: Left[] = [];
  leftOver = left;
  let made: object | undefined;
  try {
    made = toJson(fields as never);
  } finally {
    leftOver = outer;
  }
  if (apiVersion !== kind.apiVersion) left.push({ map: fields, key: 'apiVersion', known: [] });
  if (name !== kind.kind) left.push({ map: fields, key: 'kind', known: [] });
  if (left.length > 0) throw refused(kind, fields, left);
  return { apiVersion: kind.apiVersion, kind: kind.kind, ...made };
}

/**
 * Those of the fields that are there.
 * @param given all that was given; it is not changed
 * @param spelled by the name of a field: that of the property, where it is another one
 */
export function present(fields: Fields, given: object, spelled: Readonly<Record<string, string>> = {}): object {
  const result: Record<string, unknown> = {};
  let there = 0;
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    result[key] = value;
    there += 1;
  }
  const keys = Object.keys(given);
  if (keys.length > there) noteLeft(fields, given as Fields, keys, spelled);
  return result;
}

/** The values of a map whose keys the user chooses. What is not a map stays as it is: the check of schemas names it. */
export function presentIn<T>(map: { readonly [key: string]: T }, change?: (value: T) => unknown): unknown {
  if (!isMap(map)) return map;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(map)) {
    const value = map[key] as T;
    if (value !== undefined) result[key] = change === undefined ? value : change(value);
  }
  return result;
}

/** The items of a list, and what is not a list as it is. */
export function items<T>(list: readonly T[] | undefined, change: (value: T) => unknown): unknown {
  return Array.isArray(list) ? list.map((item: T) => change(item)) : list;
}

/** A number or a text: of a value of `IntOrString` or `Quantity`, or as it was given. */
export function scalar(value: { readonly value: unknown } | undefined): unknown {
  return isMap(value) && 'value' in value ? value.value : value;
}

/** A time, or the text of one. */
export function time(value: Date | undefined): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

export function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function noteLeft(
  fields: Fields,
  given: Fields,
  keys: readonly string[],
  spelled: Readonly<Record<string, string>>,
): void {
  const known = Object.keys(fields).map((field) => spelled[field] ?? field);
  const left = keys
    .filter((key) => given[key] !== undefined && !known.includes(key))
    .map((key) => ({ map: given, key, known }));
  if (left.length === 0) return;
  if (leftOver === undefined) throw refused({ apiVersion: 'Kubernetes', kind: 'part' }, given, left);
  leftOver.push(...left);
}

function refused(kind: Kind, object: object, left: readonly Left[]): UnknownFieldsError {
  const fields = left.map(({ map, key, known }) => ({ path: `${pathTo(map, object) ?? ''}${key}`, key, known }));
  return new UnknownFieldsError(kind, fields);
}

/** `spec.containers[0].` for a map in a value, '' for itself. */
function pathTo(map: object, value: unknown, path = ''): string | undefined {
  if (value === map) return path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path.slice(0, -1)}[${key}].` : `${path}${key}.`;
    const found = pathTo(map, item, at);
    if (found !== undefined) return found;
  }
  return undefined;
}
