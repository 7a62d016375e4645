import { RESOURCE_TRIGGERS } from '../../knowledge/keda/triggers';
import type { FieldVerdict } from '../field-verdict';
import { listAt, textAt } from '../json';
import { judgeCounts } from './judge-scaled-object';
import { judgeStrategy } from './judge-strategy';
import { judgeTriggers } from './judge-triggers';

/**
 * What is wrong with a ScaledJob by itself.
 * @see https://keda.sh/docs/2.20/scalers/cpu/ (of ScaledObjects alone)
 */
export function judgeScaledJob(value: unknown): readonly FieldVerdict[] {
  return [...judgeCounts(value), ...judgeResourceTriggers(value), ...judgeTriggers(value), ...judgeStrategy(value)];
}

function judgeResourceTriggers(value: unknown): readonly FieldVerdict[] {
  return listAt(value, 'spec', 'triggers').flatMap((trigger, index) => {
    const type = textAt(trigger, 'type') ?? '';
    if (!RESOURCE_TRIGGERS.includes(type)) return [];
    return [
      {
        path: ['spec', 'triggers', index, 'type'],
        found: type,
        what: `it starts Jobs by ${type}, which is measured of Pods that run: the trigger never starts one.`,
        fix: 'use a trigger that counts work, such as a queue, or a ScaledObject.',
      },
    ];
  });
}
