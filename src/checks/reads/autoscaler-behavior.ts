import { at, type FieldPath, isJsonObject, type JsonValue, listAt, mapAt } from '../../model/json';
import type { Tell } from '../engine/rule';

const WINDOW_SECONDS = 3_600;
const PERIOD_SECONDS = 1_800;
const SELECTIONS = ['Max', 'Min', 'Disabled'];
const TYPES = ['Pods', 'Percent'];

/**
 * How fast a HorizontalPodAutoscaler may scale, where the server refuses it.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/autoscaling/validation/validation.go
 */
export function judgeBehavior(value: JsonValue, tell: Tell): void {
  for (const direction of ['scaleUp', 'scaleDown']) {
    const path = ['spec', 'behavior', direction];
    const rules = at(value, ...path);
    if (!isJsonObject(rules)) continue;
    number(rules['stabilizationWindowSeconds'], 0, WINDOW_SECONDS, [...path, 'stabilizationWindowSeconds'], tell);
    choice(rules['selectPolicy'], SELECTIONS, [...path, 'selectPolicy'], tell);
    const policies = listAt(rules, 'policies');
    if (Array.isArray(rules['policies']) && policies.length === 0)
      tell({
        path: [...path, 'policies'],
        found: 'nothing',
        wanted: 'at least one policy',
        what: `\`${direction}\` lists no policy at all; the server refuses that.`,
        fix: 'remove `policies`, which leaves the defaults, or set `selectPolicy: Disabled`.',
      });
    policies.forEach((_policy, i) => {
      const policy = mapAt(policies, i);
      choice(policy['type'], TYPES, [...path, 'policies', i, 'type'], tell);
      number(policy['value'], 1, Number.POSITIVE_INFINITY, [...path, 'policies', i, 'value'], tell);
      number(policy['periodSeconds'], 1, PERIOD_SECONDS, [...path, 'policies', i, 'periodSeconds'], tell);
    });
  }
}

function number(value: JsonValue | undefined, least: number, most: number, path: FieldPath, tell: Tell): void {
  if (typeof value !== 'number' || (value >= least && value <= most)) return;
  const wanted = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
  tell({
    path,
    found: String(value),
    wanted,
    what: `\`${String(path.at(-1))}\` is ${value}; the server takes ${wanted}.`,
    fix: 'use a number in that range.',
  });
}

function choice(value: JsonValue | undefined, choices: readonly string[], path: FieldPath, tell: Tell): void {
  if (typeof value !== 'string' || choices.includes(value)) return;
  tell({
    path,
    found: value,
    wanted: choices.join(', '),
    what: `\`${String(path.at(-1))}\` is "${value}"; the server knows ${choices.join(', ')}.`,
    fix: 'use one of them.',
  });
}
