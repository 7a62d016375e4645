import { at, type FieldPath, type JsonValue, listAt, mapAt } from '../../../model/json';
import type { ObjectRule, Tell } from '../../engine/rule';
import { amountOf } from './valid-resources';

/** Each pair in which the first may not be above the second. */
const ORDER = [
  ['min', 'max'],
  ['min', 'defaultRequest'],
  ['min', 'default'],
  ['defaultRequest', 'default'],
  ['defaultRequest', 'max'],
  ['default', 'max'],
] as const;

export const validLimitRange: ObjectRule = {
  id: 'k8s/valid-limit-range',
  severity: 'error',
  summary: 'In a LimitRange no minimum, default request, default or maximum is above the one that bounds it.',
  why: 'The server refuses a LimitRange whose minimum, default and maximum are out of order. Without it the namespace has no default requests.',
  see: ['https://kubernetes.io/docs/concepts/policy/limit-range/'],
  kinds: ['LimitRange'],
  check(object, _context, tell) {
    listAt(object.value, 'spec', 'limits').forEach((limit, i) => {
      judgeLimit(limit, ['spec', 'limits', i], tell);
    });
  },
};

function judgeLimit(limit: JsonValue, path: FieldPath, tell: Tell): void {
  const type = at(limit, 'type');
  for (const pair of ORDER)
    for (const name of Object.keys(mapAt(limit, pair[0]))) judgePair(limit, pair, name, path, tell);
  for (const field of ['default', 'defaultRequest']) {
    if (type !== 'Pod' || Object.keys(mapAt(limit, field)).length === 0) continue;
    tell({
      path: [...path, field],
      what: `only containers and claims have defaults; the server refuses \`${field}\` for the type Pod.`,
      fix: 'move it to the type Container.',
    });
  }
}

function judgePair(
  limit: JsonValue,
  [low, high]: (typeof ORDER)[number],
  name: string,
  path: FieldPath,
  tell: Tell,
): void {
  const least = mapAt(limit, low)[name];
  const most = mapAt(limit, high)[name];
  const [leastAmount, mostAmount] = [amountOf(least), amountOf(most)];
  if (leastAmount === undefined || mostAmount === undefined || leastAmount <= mostAmount) return;
  // Where a minimum forbids a default, the default is to be corrected.
  const blamesHigh = low === 'min' && high !== 'max';
  tell({
    path: [...path, blamesHigh ? high : low, name],
    found: String(blamesHigh ? most : least),
    wanted: blamesHigh ? `at least ${String(least)}` : `at most ${String(most)}`,
    what: `\`${low}\` of ${name} is ${String(least)} and \`${high}\` is ${String(most)}; the server refuses the LimitRange.`,
    fix: `lower \`${low}\`, or raise \`${high}\`.`,
  });
}
