import { isJsonObject, type JsonObject, type JsonValue, own } from '../../../src/model/json';
import { byCodeUnit } from '../../../src/model/order';

/** The same object with its volumes named by the paths at which they are first mounted: their names mean nothing outside a Pod. */
export function withVolumesByPath(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withVolumesByPath);
  if (!isJsonObject(value)) return value;
  const names = Array.isArray(own(value, 'containers')) ? pathsOf(value) : new Map<JsonValue, string>();
  const changed = names.size === 0 ? value : renamed(value, names);
  return Object.fromEntries(
    Object.entries(changed).map(([key, item]) => [
      key,
      withVolumesByPath(key === 'metrics' ? inAnyOrder(item ?? null) : (item ?? null)),
    ]),
  );
}

/** Metrics of an autoscaler: all are looked at, and the server puts the share of CPU last. */
function inAnyOrder(metrics: JsonValue): JsonValue {
  if (!Array.isArray(metrics)) return metrics;
  return [...metrics].sort((a, b) => byCodeUnit(JSON.stringify(a), JSON.stringify(b)));
}

const listAt = (value: JsonValue, key: string): readonly JsonValue[] => {
  const list = own(value, key);
  return Array.isArray(list) ? list : [];
};

function containersOf(pod: JsonObject): readonly JsonValue[] {
  return [...listAt(pod, 'containers'), ...listAt(pod, 'initContainers')];
}

function pathsOf(pod: JsonObject): ReadonlyMap<JsonValue, string> {
  const volumes = new Set(listAt(pod, 'volumes').map((volume) => own(volume, 'name')));
  const paths = new Map<JsonValue, string>();
  for (const mount of containersOf(pod).flatMap((container) => listAt(container, 'volumeMounts'))) {
    const [name, path] = [own(mount, 'name'), own(mount, 'mountPath')];
    if (name !== undefined && volumes.has(name) && !paths.has(name)) paths.set(name, String(path));
  }
  return paths;
}

function renamed(pod: JsonObject, names: ReadonlyMap<JsonValue, string>): JsonObject {
  const named = (item: JsonValue): JsonValue => {
    const name = own(item, 'name') ?? null;
    return isJsonObject(item) ? { ...item, name: names.get(name) ?? name } : item;
  };
  const container = (item: JsonValue): JsonValue => {
    const mounts = listAt(item, 'volumeMounts');
    return isJsonObject(item) && mounts.length > 0 ? { ...item, volumeMounts: mounts.map(named) } : item;
  };
  const lists = Object.entries(pod).map(([key, value]) => {
    if (!Array.isArray(value)) return [key, value];
    if (key === 'volumes') return [key, value.map(named)];
    return [key, key === 'containers' || key === 'initContainers' ? value.map(container) : value];
  });
  return Object.fromEntries(lists);
}
