import type { FieldVerdict } from '../field-verdict';
import { at, textAt } from '../json';

const STRATEGY = ['spec', 'scalingStrategy'] as const;
/** What belongs to the strategy `custom`. */
const CUSTOM = {
  customScalingQueueLengthDeduction: 'a queue length deduction',
  customScalingRunningJobPercentage: 'a percentage of running Jobs',
} as const;
const PERCENTAGE = 'customScalingRunningJobPercentage';

/**
 * A strategy of a ScaledJob that KEDA passes over: without a share that it can read, `custom` is `default`.
 * @see https://keda.sh/docs/2.20/reference/scaledjob-spec/#scalingstrategy
 */
export function judgeStrategy(value: unknown): readonly FieldVerdict[] {
  const strategy = textAt(value, ...STRATEGY, 'strategy');
  return strategy === 'custom' ? judgeShare(value) : judgeStray(value, strategy);
}

function judgeShare(value: unknown): readonly FieldVerdict[] {
  const share = at(value, ...STRATEGY, PERCENTAGE);
  // What is not text is the schema's finding.
  if (share !== undefined && typeof share !== 'string') return [];
  if (share !== undefined && share.trim() !== '' && !Number.isNaN(Number(share))) return [];
  const given = share === undefined ? 'missing' : `"${share}", which is not a number`;
  return [
    {
      path: [...STRATEGY, PERCENTAGE],
      ...(share === undefined ? {} : { found: share }),
      wanted: 'a number such as 0.5',
      what: `the strategy is custom, and its percentage of running Jobs is ${given}: KEDA counts by the strategy default instead, and says so only in its log.`,
      fix: 'give the share that is subtracted, such as "0.5".',
    },
  ];
}

function judgeStray(value: unknown, strategy = 'default'): readonly FieldVerdict[] {
  return Object.entries(CUSTOM).flatMap(([field, words]) => {
    const given = at(value, ...STRATEGY, field);
    if (given === undefined) return [];
    return [
      {
        path: [...STRATEGY, field],
        found: String(given),
        what: `${words} is given, which only the strategy custom reads, and the strategy is ${strategy}: KEDA passes over it.`,
        fix: "set `strategy: 'custom'`, or leave it out.",
      },
    ];
  });
}
