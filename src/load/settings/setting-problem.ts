import type { Problem } from '../../model/errors';
import { fieldPath } from '../../model/json';
import { type MergedSettings, spotOf } from './merge';
import type { SettingProblem } from './rules/rule';
import { masked, picture } from './source-text';

/**
 * A rule's problem at the place where the setting stands.
 * @param find `keySpotOf` where the key is wrong, rather than its value
 */
export function settingProblem(
  { path, message, fix }: SettingProblem,
  settings: MergedSettings,
  find: typeof spotOf = spotOf,
): Problem {
  const spot = find(path, settings);
  const drawn = spot.lineText === '' ? {} : { picture: picture(spot) };
  return { place: spot.place, path: fieldPath(path), message: masked(message), fix: masked(fix), ...drawn };
}
