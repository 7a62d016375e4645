import type { Problem } from '../../model/errors';
import type { JsonValue } from '../../model/json';
import type { Position } from './plain-data';

/** A settings file as plain data, with the place of everything in it. */
export interface SettingsFile {
  /** Relative to the project. */
  readonly file: string;
  readonly value: JsonValue;
  /** By field path: `compute.fargateProfiles[0].name`. */
  readonly positions: ReadonlyMap<string, Position>;
}

export type ReadResult = { readonly file: SettingsFile } | { readonly problems: readonly Problem[] };
