import { parseQuantity } from '../../grammar/quantity';
import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, isJsonObject, type JsonValue, listAt, mapAt } from '../json';

type Tell = (verdict: FieldVerdict) => void;

const WINDOW_SECONDS = 3_600;
const PERIOD_SECONDS = 1_800;
const SELECTIONS = ['Max', 'Min', 'Disabled'];
const TYPES = ['Pods', 'Percent'];

/** The first minor version whose servers keep `tolerance`, unless somebody opens its gate. */
const TOLERANCE_SINCE = 35;

/** Where a HorizontalPodAutoscaler says how fast it scales. */
const PLACE: FieldPath = ['spec', 'behavior'];

/**
 * How fast a HorizontalPodAutoscaler may scale, where the server refuses it.
 * @param minor of the cluster's version: 34 for 1.34
 * @param place where it lies: KEDA has it elsewhere
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/autoscaling/validation/validation.go
 */
export function judgeBehavior(value: unknown, minor: number, tell: Tell, place: FieldPath = PLACE): void {
  for (const direction of ['scaleUp', 'scaleDown']) {
    const path = [...place, direction];
    const rules = at(value, ...path);
    if (!isJsonObject(rules)) continue;
    number(rules['stabilizationWindowSeconds'], 0, WINDOW_SECONDS, [...path, 'stabilizationWindowSeconds'], tell);
    choice(rules['selectPolicy'], SELECTIONS, [...path, 'selectPolicy'], tell);
    if (rules['tolerance'] !== undefined) judgeTolerance(rules['tolerance'], minor, [...path, 'tolerance'], tell);
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

function judgeTolerance(value: JsonValue, minor: number, path: FieldPath, tell: Tell): void {
  const amount = typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
  if (amount !== undefined && amount < 0)
    tell({
      path,
      found: String(value),
      wanted: 'at least 0',
      what: `\`tolerance\` is ${String(value)}; the server takes at least 0.`,
      fix: 'use a share such as "0.05", which is 5 %.',
    });
  else if (minor < TOLERANCE_SINCE)
    tell({
      path,
      found: String(value),
      severity: 'warning',
      what: `\`tolerance\` is behind a gate before Kubernetes 1.${TOLERANCE_SINCE} (HPAConfigurableTolerance), and this is 1.${minor}: the server drops it, and 10 % holds.`,
      fix: 'leave it out until the cluster is upgraded.',
    });
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
