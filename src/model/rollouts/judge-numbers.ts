import { integerWords, wrongInteger } from '../../grammar/integer';
import { type NumberRow, STRATEGY_NUMBERS } from '../../knowledge/argocd/rollout-limits';
import { at, type FieldPath, type JsonValue, listAt } from '../json';
import { REFUSED, type Told } from './refused';

const SPEC_NUMBERS: readonly NumberRow[] = [
  { path: ['rollbackWindow', 'revisions'], min: 1 },
  { path: ['analysis', 'successfulRunHistoryLimit'], min: 0 },
  { path: ['analysis', 'unsuccessfulRunHistoryLimit'], min: 0 },
  ...STRATEGY_NUMBERS.map((row) => ({ ...row, path: ['strategy', ...row.path] })),
];

/** Numbers that are out of their bounds. */
export function judgeNumbers(value: unknown, tell: Told): void {
  for (const { path, min, max } of SPEC_NUMBERS) {
    for (const [place, number] of placesOf(value, ['spec'], path)) {
      if (typeof number === 'number' && wrongInteger(number, min, max) === undefined) continue;
      const words = integerWords(min, max);
      tell({
        path: place,
        found: String(number),
        wanted: words,
        what: `\`${path.filter((part) => part !== '*').join('.')}\` is ${JSON.stringify(number)}; ${REFUSED}.`,
        fix: `use ${words}.`,
      });
    }
  }
}

/** The values at a path in which `*` stands for each item of a list. */
export function placesOf(
  value: unknown,
  start: FieldPath,
  path: readonly string[],
): readonly (readonly [FieldPath, JsonValue])[] {
  const star = path.indexOf('*');
  if (star < 0) {
    const found = at(value, ...start, ...path);
    return found === undefined ? [] : [[[...start, ...path], found]];
  }
  const list = [...start, ...path.slice(0, star)];
  return listAt(value, ...list).flatMap((_item, index) => placesOf(value, [...list, index], path.slice(star + 1)));
}
