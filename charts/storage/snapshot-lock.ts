import type { Problems } from '../shared/problems';

/**
 * A lock of EBS snapshots (driver 1.55).
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-snapshot-lock.html
 */
export interface SnapshotLock {
  /** `governance` may be lifted by those who have the right; `compliance` by nobody, once its cool-off is over. */
  readonly mode: 'governance' | 'compliance';
  /** Days from the snapshot on, 1–36500; instead of `expirationDate`. `@default` - until `expirationDate` */
  readonly durationDays?: number;
  /** Until when, such as `2027-12-31T00:00:00.000Z`; instead of `durationDays`. `@default` - for `durationDays` */
  readonly expirationDate?: string;
  /** Hours in which a compliance lock may still be lifted, 1–72. `@default` - none: it holds at once */
  readonly coolOffHours?: number;
}

export function lockParameters(lock: SnapshotLock | undefined): Record<string, string | number | undefined> {
  if (lock === undefined) return {};
  return {
    lockMode: lock.mode,
    lockDuration: lock.durationDays,
    lockExpirationDate: lock.expirationDate,
    lockCoolOffPeriod: lock.coolOffHours,
  };
}

export function lockProblems(lock: SnapshotLock | undefined, problems: Problems): void {
  if (lock === undefined) return;
  const { mode, durationDays, expirationDate, coolOffHours } = lock;
  problems.unless(
    (durationDays === undefined) !== (expirationDate === undefined),
    'lock has no end, or two: EBS takes exactly one of durationDays and expirationDate.',
    'give one of them.',
  );
  problems.integer('lock.durationDays', durationDays, 1, 36_500);
  problems.integer('lock.coolOffHours', coolOffHours, 1, 72);
  problems.unless(
    coolOffHours === undefined || mode === 'compliance',
    'lock.coolOffHours is of compliance locks; a governance lock can be lifted at any time.',
    'leave it out, or use mode compliance.',
  );
}
