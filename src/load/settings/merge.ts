import { fieldPath, isJsonObject, type JsonObject, type JsonValue } from '../../model/json';
import { last } from '../../model/lists';
import type { Path, Position } from './plain-data';
import type { SettingsFile } from './settings-file';
import type { Spot } from './source-text';

/** Settings after merging, each value with the place where it really stands. */
export interface MergedSettings {
  readonly value: JsonValue;
  readonly positions: ReadonlyMap<string, Position>;
  /** The file that is named where nothing stands. */
  readonly file: string;
  /** False where there is no `defaults.yaml` that all environments take from. `@default` true */
  readonly hasDefaults?: boolean;
}

/**
 * Lays a file over its parents, nearest last: maps merge key by key, lists and scalars are replaced.
 * Only own keys are seen, and the result has no prototype.
 */
export function mergeSettings(chain: readonly SettingsFile[]): MergedSettings {
  const positions = new Map<string, Position>();
  let value: JsonValue = Object.create(null);
  for (const layer of chain) value = overlay(value, layer.value, [], layer, positions);
  return { value, positions, file: last(chain).file };
}

function overlay(
  below: JsonValue | undefined,
  above: JsonValue,
  path: Path,
  layer: SettingsFile,
  positions: Map<string, Position>,
): JsonValue {
  const name = fieldPath(path);
  const position = layer.positions.get(name);
  if (position === undefined) positions.delete(name);
  else positions.set(name, position);
  if (isJsonObject(above)) {
    const merged = copyOf(isJsonObject(below) ? below : {});
    for (const [key, value] of Object.entries(above)) {
      if (value !== undefined) merged[key] = overlay(merged[key], value, [...path, key], layer, positions);
    }
    return merged;
  }
  if (typeof below === 'object' && below !== null) forgetInside(name, positions);
  if (!Array.isArray(above)) return above;
  return above.map((item, index) => overlay(undefined, item, [...path, index], layer, positions));
}

/** What a list or a text has replaced stands nowhere any more. */
function forgetInside(name: string, positions: Map<string, Position>): void {
  for (const path of positions.keys())
    if (path.startsWith(`${name}.`) || path.startsWith(`${name}[`)) positions.delete(path);
}

/** Own keys only, without a prototype. */
function copyOf(map: JsonObject): Record<string, JsonValue> {
  const copy: Record<string, JsonValue> = Object.create(null);
  for (const [key, value] of Object.entries(map)) if (value !== undefined) copy[key] = value;
  return copy;
}

/**
 * Where a value stands, or the nearest thing around it; the start of the file where nothing does.
 * What begins on a line of its own is shown by its key.
 */
export function spotOf(path: Path, settings: MergedSettings): Spot {
  for (let length = path.length; length > 0; length--) {
    const position = settings.positions.get(fieldPath(path.slice(0, length)));
    if (position === undefined) continue;
    const { key, value } = position;
    return key === undefined || (length === path.length && key.place.line === value.place.line) ? value : key;
  }
  return { place: { file: settings.file, line: 1, column: 1 }, lineText: '' };
}

/** Where a key stands that is written somewhere. */
export function keySpotOf(path: Path, settings: MergedSettings): Spot {
  return settings.positions.get(fieldPath(path))?.key ?? spotOf(path, settings);
}

/** Where a key is missing: what it belongs in, as far as the environment's own file holds it. */
export function missingSpotOf(path: Path, settings: MergedSettings): Spot {
  for (let length = path.length - 1; length > 0; length--) {
    const position = settings.positions.get(fieldPath(path.slice(0, length)));
    const spot = position?.key ?? position?.value;
    if (spot?.place.file === settings.file) return spot;
  }
  return { place: { file: settings.file, line: 1, column: 1 }, lineText: '' };
}
