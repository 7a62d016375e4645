import { fieldPath, isJsonObject, type JsonValue } from '../../model/json';
import type { Position, SettingsFile } from './read-yaml';

/** Settings after merging, each value with the place where it really stands. */
export interface MergedSettings {
  readonly value: JsonValue;
  readonly positions: ReadonlyMap<string, Position>;
  /** The file that is reported where nothing stands. */
  readonly file: string;
}

/**
 * Lays a file over its parents, nearest last: maps merge key by key, lists and scalars are replaced.
 * Only own keys are seen, and the result has no prototype.
 */
export function mergeSettings(chain: readonly SettingsFile[]): MergedSettings {
  const positions = new Map<string, Position>();
  let value: JsonValue = Object.create(null) as JsonValue;
  for (const layer of chain) value = overlay(value, layer.value, [], layer, positions);
  return { value, positions, file: (chain.at(-1) as SettingsFile).file };
}

function overlay(
  below: JsonValue | undefined,
  above: JsonValue,
  path: (string | number)[],
  layer: SettingsFile,
  positions: Map<string, Position>,
): JsonValue {
  remember(path, layer, positions);
  if (isJsonObject(above)) {
    const merged: Record<string, JsonValue> = Object.create(null);
    const base = isJsonObject(below) ? below : {};
    for (const key of Object.keys(base)) merged[key] = base[key] as JsonValue;
    for (const key of Object.keys(above)) {
      merged[key] = overlay(merged[key], above[key] as JsonValue, [...path, key], layer, positions);
    }
    return merged;
  }
  if (Array.isArray(above))
    return above.map((item, index) => overlay(undefined, item, [...path, index], layer, positions));
  return above;
}

function remember(path: readonly (string | number)[], layer: SettingsFile, positions: Map<string, Position>): void {
  const name = fieldPath(path);
  for (const key of [name, `${name}#source`]) {
    const position = layer.positions.get(key);
    if (position === undefined) positions.delete(key);
    else positions.set(key, position);
  }
}
