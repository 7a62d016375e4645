import { wrongSchedule } from '../../grammar/cron';
import type { FieldVerdict } from '../field-verdict';
import { type FieldPath, listAt, textAt } from '../json';

const BUDGETS = ['spec', 'disruption', 'budgets'] as const;

/** Times of budgets; what else is in them is the schema's. */
export function judgeDisruption(pool: unknown): readonly FieldVerdict[] {
  return listAt(pool, ...BUDGETS).flatMap((budget, index) => {
    const path = [...BUDGETS, index];
    const [schedule, duration] = [textAt(budget, 'schedule'), textAt(budget, 'duration')];
    if (schedule === undefined && duration === undefined) return [];
    if (schedule === undefined || duration === undefined) return [half(schedule, duration, path)];
    const wrong = schedule.includes('TZ') ? 'it holds a time zone, and budgets are in UTC' : wrongSchedule(schedule);
    if (wrong === undefined) return [];
    const what = `the schedule "${schedule}" of budget ${index + 1} cannot be read: ${wrong}; the controller refuses the pool.`;
    return [
      {
        path: [...path, 'schedule'],
        found: schedule,
        what,
        fix: 'write five fields of cron in UTC, or @daily and its like.',
      },
    ];
  });
}

function half(schedule: string | undefined, duration: string | undefined, path: FieldPath): FieldVerdict {
  const [given, missing] = schedule === undefined ? ['duration', 'schedule'] : ['schedule', 'duration'];
  return {
    path: [...path, given],
    found: schedule ?? duration ?? '',
    what: `a budget has a ${given} (${schedule ?? duration}) without a ${missing}; the server refuses the pool.`,
    fix: `give the ${missing} too, or leave out both, and then it always holds.`,
  };
}
