import { defined } from '../../model/defined';
import type { Problem } from '../../model/errors';
import { at, fieldPath, isJsonObject } from '../../model/json';
import { type MergedSettings, spotOf } from './merge';
import type { Path } from './plain-data';
import type { SettingProblem } from './rules/rule';
import { masked, picture } from './source-text';

/** A problem of settings, and what about it decides on its repair where it is inherited. */
export interface FoundProblem extends Problem {
  /** A key is wrong, or unknown to one platform, or a map, whose keys add up: rather than a text or a list. */
  readonly about?: 'key' | 'unknown-key' | 'map';
}

/**
 * A rule's problem at the place where the setting stands.
 * @param find `keySpotOf` where the key is wrong, rather than its value
 */
export function settingProblem(
  { path, message, fix, about }: SettingProblem,
  settings: MergedSettings,
  find: typeof spotOf = spotOf,
): FoundProblem {
  const spot = find(path, settings);
  const what = about ?? aboutMap(path, settings);
  const drawn = spot.lineText === '' ? {} : { picture: picture(spot) };
  return {
    place: spot.place,
    path: fieldPath(path),
    message: masked(message),
    fix: masked(fix),
    ...drawn,
    ...defined({ about: what }),
  };
}

/** Where a value is a map in no list, which a nearer file adds to and does not replace. */
export function aboutMap(path: Path, settings: MergedSettings): 'map' | undefined {
  if (path.some((step) => typeof step === 'number')) return undefined;
  return isJsonObject(at(settings.value, ...path)) ? 'map' : undefined;
}
