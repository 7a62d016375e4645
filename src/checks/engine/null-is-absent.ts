import { isJsonObject, type JsonObject, type JsonValue, setOwn } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';

/**
 * The objects as the API server reads them: a field that holds null is left out, at any depth. Objects without such a
 * field, which are nearly all, stay the same. Only the schema rule looks at what was written.
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#serialization-of-null
 */
export class NullIsAbsent {
  private readonly written = new Map<RenderedObject, RenderedObject>();

  read(objects: readonly RenderedObject[]): readonly RenderedObject[] {
    return objects.map((object) => {
      const value = withoutNulls(object.value);
      if (value === object.value) return object;
      const read: RenderedObject = { ...object, value: value as JsonObject };
      this.written.set(read, object);
      return read;
    });
  }

  /** The object as it was written. */
  readonly asWritten = (object: RenderedObject): RenderedObject => this.written.get(object) ?? object;
}

/** The same value where nothing in it is left out. */
function withoutNulls(value: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(value)) return listWithout(value);
  return isJsonObject(value) ? mapWithout(value) : value;
}

function listWithout(list: readonly JsonValue[]): readonly JsonValue[] {
  let copy: JsonValue[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const item = list[index] as JsonValue;
    if (typeof item !== 'object' || item === null) continue;
    const read = withoutNulls(item) as JsonValue;
    if (read === item) continue;
    copy ??= [...list];
    copy[index] = read;
  }
  return copy ?? list;
}

function mapWithout(map: JsonObject): JsonObject {
  let copy: Record<string, JsonValue | undefined> | undefined;
  for (const key in map) {
    const field = map[key];
    if (typeof field !== 'object') continue;
    const read = field === null ? undefined : withoutNulls(field);
    if (read === field) continue;
    copy ??= { ...map };
    if (read === undefined) delete copy[key];
    else setOwn(copy, key, read);
  }
  return copy ?? map;
}
