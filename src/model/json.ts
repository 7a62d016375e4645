/** What a Kubernetes object is made of once rendered: plain data, nothing else. */
export type JsonValue = string | number | bigint | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own value under `key`, or undefined: inherited keys such as `constructor` are never seen. */
export function own(object: unknown, key: string): JsonValue | undefined {
  if (typeof object !== 'object' || object === null) return undefined;
  const value = (object as JsonObject)[key];
  if (value === undefined) return undefined;
  // Maps inherit functions and `__proto__`, and data holds neither: only then is asked whose the value is.
  if (typeof value !== 'function' && key !== '__proto__' && !Array.isArray(object)) return value;
  return !Array.isArray(object) && Object.hasOwn(object, key) ? value : undefined;
}

/** Writes a field; `__proto__` is a key like others, and assigned it would be no field at all. */
export function setOwn(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') map[key] = value;
  else Object.defineProperty(map, key, { value, configurable: true, enumerable: true, writable: true });
}

type Step = string | number;

/** Keys and indexes that lead to a field: `['spec', 'ports', 0, 'name']`. */
export type FieldPath = readonly Step[];

function walk(value: unknown, path: FieldPath): JsonValue | undefined {
  let here = value as JsonValue | undefined;
  for (let index = 0; index < path.length && here !== undefined; index++) {
    const step = path[index] as Step;
    if (typeof step === 'string') here = own(here, step);
    else here = Array.isArray(here) ? here[step] : undefined;
  }
  return here;
}

/** The value at a path of keys and indexes, or undefined where the path ends early. */
export function at(value: unknown, ...path: FieldPath): JsonValue | undefined {
  return walk(value, path);
}

const NO_ITEMS: readonly JsonValue[] = Object.freeze([]);
const NO_FIELDS: JsonObject = Object.freeze({});

/** The list at a path; an empty one where there is none. */
export function listAt(value: unknown, ...path: FieldPath): readonly JsonValue[] {
  const found = walk(value, path);
  return Array.isArray(found) ? found : NO_ITEMS;
}

/** The map at a path; an empty one where there is none. */
export function mapAt(value: unknown, ...path: FieldPath): JsonObject {
  const found = walk(value, path);
  return isJsonObject(found) ? found : NO_FIELDS;
}

/** The string at a path, or undefined. */
export function textAt(value: unknown, ...path: FieldPath): string | undefined {
  const found = walk(value, path);
  return typeof found === 'string' ? found : undefined;
}

/** The number at a path, or undefined. */
export function numberAt(value: unknown, ...path: readonly Step[]): number | undefined {
  const found = walk(value, path);
  return typeof found === 'number' ? found : undefined;
}

/** Writes a field path as people type it: `spec.ports[0].name`, `metadata.annotations["a.b/c"]`. */
export function fieldPath(path: FieldPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

/** Freezes data through and through, so that no later stage can change what an earlier one handed on. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key of Object.keys(value)) deepFreeze((value as Record<string, unknown>)[key]);
  }
  return value;
}
