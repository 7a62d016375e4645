import { isJsonObject, type JsonObject } from './json';
import type { Unread } from './unread';

export const NOT_IN_A_LIST: Pick<Unread, 'message' | 'fix'> = {
  message: 'the List holds what is not a map, so it is not a Kubernetes object.',
  fix: 'remove what is not an object from `items`.',
};

/**
 * The objects of a document. As kubectl and Argo CD do, whatever has a list `items` is taken for a list of objects, and
 * an item that does not say its kind is of the list's; a list in a list is not opened. Undefined for what is not an
 * object; nothing for an empty document.
 * @see https://github.com/kubernetes/apimachinery/blob/v0.34.0/pkg/apis/meta/v1/unstructured/helpers.go decodeToList
 */
export function opened(value: unknown): readonly (JsonObject | undefined)[] {
  if (value === null) return [];
  if (!isJsonObject(value)) return [undefined];
  const { items, kind } = value;
  if (Array.isArray(items)) return items.map((item) => (isJsonObject(item) ? ofList(item, value) : undefined));
  if (kind !== 'List') return [value];
  return items === undefined || items === null ? [] : [undefined];
}

function ofList(item: JsonObject, { apiVersion, kind }: JsonObject): JsonObject {
  const own = typeof kind === 'string' ? kind.replace(/List$/, '') : '';
  return item['kind'] === undefined && own !== '' ? { ...item, apiVersion, kind: own } : item;
}
