import { parseQuantity } from '../../grammar/quantity';
import { DEFAULT_UPDATE_MODE, DEPRECATED_UPDATE_MODE, IN_PLACE } from '../../knowledge/kubernetes/vertical-autoscaling';
import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, isJsonObject, listAt, mapAt, textAt } from '../json';

/** What is wrong with a VerticalPodAutoscaler by itself. @param minor of the cluster's version: 34 for 1.34 */
export function judgeVertical(value: unknown, minor: number): readonly FieldVerdict[] {
  return [...judgeMode(value, minor), ...judgePolicies(value), ...judgeRecommenders(value)];
}

/** How Pods get what is recommended. */
export function updateModeOf(value: unknown): string {
  const mode = textAt(value, 'spec', 'updatePolicy', 'updateMode') ?? DEFAULT_UPDATE_MODE;
  return mode === DEPRECATED_UPDATE_MODE.name ? DEPRECATED_UPDATE_MODE.means : mode;
}

function judgeMode(value: unknown, minor: number): readonly FieldVerdict[] {
  const path = ['spec', 'updatePolicy', 'updateMode'];
  const mode = textAt(value, ...path);
  if (mode === IN_PLACE.mode && minor < Number(IN_PLACE.since.split('.')[1]))
    return [
      {
        path,
        found: mode,
        what: `mode ${mode} needs Kubernetes ${IN_PLACE.since}, and this is 1.${minor}: no Pod can be resized, so each is evicted.`,
        fix: 'use Initial or Recreate.',
      },
    ];
  if (mode !== DEPRECATED_UPDATE_MODE.name) return [];
  return [
    {
      path,
      found: mode,
      wanted: DEPRECATED_UPDATE_MODE.means,
      severity: 'warning',
      what: `mode ${mode} is deprecated; it means ${DEPRECATED_UPDATE_MODE.means}, which evicts Pods.`,
      fix: `write ${DEPRECATED_UPDATE_MODE.means}, or ${IN_PLACE.mode}.`,
    },
  ];
}

function judgePolicies(value: unknown): readonly FieldVerdict[] {
  const found: FieldVerdict[] = [];
  const names = new Set<string>();
  listAt(value, 'spec', 'resourcePolicy', 'containerPolicies').forEach((policy, index) => {
    const path: FieldPath = ['spec', 'resourcePolicy', 'containerPolicies', index];
    const name = textAt(policy, 'containerName') ?? '*';
    if (names.has(name))
      found.push({
        path: [...path, 'containerName'],
        found: name,
        what: `container ${name} has two policies, of which one is not read.`,
        fix: 'keep one of them.',
      });
    names.add(name);
    found.push(...judgeBounds(policy, name, path));
  });
  return found;
}

function judgeBounds(policy: unknown, name: string, path: FieldPath): readonly FieldVerdict[] {
  const most = mapAt(policy, 'maxAllowed');
  return Object.entries(mapAt(policy, 'minAllowed')).flatMap(([resource, least]) => {
    const top = most[resource];
    if (top === undefined || !(amount(least) > amount(top))) return [];
    return [
      {
        path: [...path, 'minAllowed', resource],
        found: String(least),
        wanted: `at most ${String(top)}`,
        what: `container ${name} may have at least ${String(least)} ${resource} and at most ${String(top)}, which leaves nothing to recommend.`,
        fix: 'raise maxAllowed, or lower minAllowed.',
      },
    ];
  });
}

/** A text that is not a quantity is the schema's finding. */
function amount(value: unknown): number {
  return typeof value === 'string' || typeof value === 'number' ? (parseQuantity(value) ?? Number.NaN) : Number.NaN;
}

function judgeRecommenders(value: unknown): readonly FieldVerdict[] {
  const recommenders = listAt(value, 'spec', 'recommenders');
  if (recommenders.length <= 1) return [];
  const names = recommenders.map((one) => String(isJsonObject(one) ? at(one, 'name') : one)).join(', ');
  return [
    {
      path: ['spec', 'recommenders'],
      found: names,
      wanted: 'one',
      what: `recommenders ${names} are named; the webhook refuses more than one.`,
      fix: 'keep one of them.',
    },
  ];
}
