import { NODE_LABELS } from '../../knowledge/aws/node-labels';
import {
  AGENT_TAINTS,
  AUTO_MODE_MOST_HOURS,
  AUTO_MODE_NO_SIZES,
  SPOT_TYPES,
} from '../../knowledge/karpenter/own-labels';
import { REQUIREMENT_LABELS } from '../../knowledge/karpenter/requirements';
import type { FieldVerdict } from '../field-verdict';
import { textAt } from '../json';
import { judgeDisruption } from './judge-disruption';
import { judgeNothing } from './judge-nothing';
import { judgeRequirements } from './judge-requirements';
import { judgeStaticPool } from './judge-static-pool';
import { asksForSpot, makerOfPool, namedValues, POOL_TEMPLATE, taintsOf } from './node-pool-parts';

/**
 * What is wrong with a NodePool beyond its schema: what the server or the controller refuses, and, as warnings, what does
 * something else than it seems to.
 */
export function judgeNodePool(pool: unknown): readonly FieldVerdict[] {
  return [
    ...judgeRequirements(pool),
    ...judgeTaints(pool),
    ...judgeDisruption(pool),
    ...judgeStaticPool(pool),
    ...judgeAge(pool),
    ...judgeNothing(pool),
    ...judgeSizes(pool),
    ...judgeSpot(pool),
  ];
}

function judgeTaints(pool: unknown): readonly FieldVerdict[] {
  const own = taintsOf(pool, 'taints');
  const all = [...own, ...taintsOf(pool, 'startupTaints')];
  const twice = all.flatMap(({ path, key, effect }, index) =>
    all.findIndex((other) => other.key === key && other.effect === effect) === index
      ? []
      : [
          {
            path,
            found: `${key}:${effect}`,
            what: `the taint ${key}:${effect} is there twice, in one of its lists or in both; the controller refuses the pool.`,
            fix: 'remove one of them.',
          },
        ],
  );
  const agents = own.flatMap(({ path, key }): FieldVerdict[] => {
    if (!AGENT_TAINTS.includes(key)) return [];
    const what = `the agent removes the taint ${key} once it runs, but among \`taints\` it is there to stay as far as the controller knows: it makes no node for Pods that do not tolerate it.`;
    return [{ path, found: key, severity: 'warning', what, fix: 'move it to `startupTaints`.' }];
  });
  return [...twice, ...agents];
}

/** EKS Auto Mode replaces nodes at 21 days, whatever a pool says. */
function judgeAge(pool: unknown): readonly FieldVerdict[] {
  const age = textAt(pool, ...POOL_TEMPLATE, 'expireAfter');
  if (age === undefined || makerOfPool(pool) !== 'autoMode' || hoursOf(age) <= AUTO_MODE_MOST_HOURS) return [];
  const what = `expireAfter is ${age}, and EKS Auto Mode replaces every node after ${AUTO_MODE_MOST_HOURS}h (21 days).`;
  return [
    {
      path: [...POOL_TEMPLATE, 'expireAfter'],
      found: age,
      wanted: `at most ${AUTO_MODE_MOST_HOURS}h`,
      severity: 'warning',
      what,
      fix: `set at most ${AUTO_MODE_MOST_HOURS}h.`,
    },
  ];
}

function hoursOf(duration: string): number {
  if (duration === 'Never') return Number.POSITIVE_INFINITY;
  const unit: Readonly<Record<string, number>> = { h: 1, m: 1 / 60, s: 1 / 3600 };
  const parts = Array.from(duration.matchAll(/(\d+)([hms])/g));
  return parts.reduce((sum, [, count, letter = '']) => sum + Number(count) * (unit[letter] ?? 0), 0);
}

/** Nobody starts what EKS Auto Mode does not have. */
function judgeSizes(pool: unknown): readonly FieldVerdict[] {
  if (makerOfPool(pool) !== 'autoMode') return [];
  const types = namedValues(pool, NODE_LABELS.instanceType)?.map((type) => type.slice(type.indexOf('.') + 1));
  const sizes = types ?? namedValues(pool, REQUIREMENT_LABELS.instanceSize.autoMode ?? '');
  if (sizes === undefined || sizes.length === 0 || !sizes.every((size) => AUTO_MODE_NO_SIZES.includes(size))) return [];
  return [
    {
      path: [...POOL_TEMPLATE, 'requirements'],
      found: sizes.join(', '),
      what: `EKS Auto Mode starts no nodes of size ${AUTO_MODE_NO_SIZES.join(', ')}, and the pool names no other, so none is made.`,
      fix: 'name larger ones.',
    },
  ];
}

/** Spot nodes last where there is much to choose from. */
function judgeSpot(pool: unknown): readonly FieldVerdict[] {
  if (!asksForSpot(pool)) return [];
  const { instanceFamily, instanceSize } = REQUIREMENT_LABELS;
  const maker = makerOfPool(pool);
  const types = namedValues(pool, NODE_LABELS.instanceType)?.length;
  const families = namedValues(pool, instanceFamily[maker] ?? '')?.length;
  const sizes = namedValues(pool, instanceSize[maker] ?? '')?.length;
  const count = types ?? (families === undefined || sizes === undefined ? undefined : families * sizes);
  if (count === undefined || count >= SPOT_TYPES) return [];
  const what = `it may start spot nodes and names ${count} instance type${count === 1 ? '' : 's'}: where AWS takes those back, nothing is left to start, and spot nodes are replaced by cheaper ones only among 15 or more.`;
  return [
    {
      path: [...POOL_TEMPLATE, 'requirements'],
      found: String(count),
      wanted: `${SPOT_TYPES} or more`,
      severity: 'warning',
      what,
      fix: `allow ${SPOT_TYPES} or more, for example by instanceCategory and instanceGeneration.`,
    },
  ];
}
