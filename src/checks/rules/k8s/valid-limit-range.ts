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
      judge(limit, ['spec', 'limits', i], tell);
    });
  },
};

function judge(limit: JsonValue, path: FieldPath, tell: Tell): void {
  const type = at(limit, 'type');
  for (const [low, high] of ORDER) {
    const lows = mapAt(limit, low);
    const highs = mapAt(limit, high);
    for (const name of Object.keys(lows)) {
      const least = amountOf(lows[name]);
      const most = amountOf(highs[name]);
      if (least === undefined || most === undefined || least <= most) continue;
      // A default that a minimum forbids is the default's fault.
      const blamesHigh = low === 'min' && high !== 'max';
      tell({
        path: [...path, blamesHigh ? high : low, name],
        found: String((blamesHigh ? highs : lows)[name]),
        wanted: blamesHigh ? `at least ${String(lows[name])}` : `at most ${String(highs[name])}`,
        what: `\`${low}\` of ${name} is ${String(lows[name])} and \`${high}\` is ${String(highs[name])}; the server refuses the LimitRange.`,
        fix: `lower \`${low}\`, or raise \`${high}\`.`,
      });
    }
  }
  for (const field of ['default', 'defaultRequest']) {
    if (type !== 'Pod' || Object.keys(mapAt(limit, field)).length === 0) continue;
    tell({
      path: [...path, field],
      what: `only containers and claims have defaults; the server refuses \`${field}\` for the type Pod.`,
      fix: 'move it to the type Container.',
    });
  }
}
