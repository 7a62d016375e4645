import { parseQuantity } from '../../grammar/quantity';
import type { FieldVerdict } from '../field-verdict';
import { mapAt, textAt } from '../json';
import { POOL_TEMPLATE } from './node-pool-parts';

/** Texts whose numbers are all 0, such as 0h and 0h0m. */
const AT_ONCE = /^(0+[smh])+$/;

/** What the server takes of a pool, and leaves it without nodes. */
export function judgeNothing(pool: unknown): readonly FieldVerdict[] {
  const age = textAt(pool, ...POOL_TEMPLATE, 'expireAfter');
  const expired: readonly FieldVerdict[] =
    age === undefined || !AT_ONCE.test(age)
      ? []
      : [
          {
            path: [...POOL_TEMPLATE, 'expireAfter'],
            found: age,
            severity: 'warning',
            what: `expireAfter is ${age}: each node is replaced as soon as it is there, without end.`,
            fix: 'write an age such as 720h, or Never.',
          },
        ];
  const limits = Object.entries(mapAt(pool, 'spec', 'limits')).flatMap(([name, limit]): FieldVerdict[] => {
    if ((parseQuantity(String(limit)) ?? 0) >= 0) return [];
    return [
      {
        path: ['spec', 'limits', name],
        found: String(limit),
        severity: 'warning',
        what: `the limit of ${name} is ${String(limit)}, below 0, so no node is ever made.`,
        fix: 'write the most that all nodes of the pool may have, or leave it out.',
      },
    ];
  });
  return [...expired, ...limits];
}
