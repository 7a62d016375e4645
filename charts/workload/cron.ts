import type { Problems } from '../shared/problems';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

interface Field {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Words for the numbers, the first for `from`. */
  readonly words: readonly string[];
}

const FIELDS: readonly Field[] = [
  { name: 'minute', from: 0, to: 59, words: [] },
  { name: 'hour', from: 0, to: 23, words: [] },
  { name: 'day of month', from: 1, to: 31, words: [] },
  { name: 'month', from: 1, to: 12, words: MONTHS },
  { name: 'day of week', from: 0, to: 6, words: DAYS },
];

/** What the CronJob controller reads as a schedule. @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ */
export function scheduleProblems(schedule: string, problems: Problems): void {
  if (/^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/.test(schedule)) return;
  const parts = schedule.trim().split(/\s+/);
  if (parts.length !== FIELDS.length || /TZ=/.test(schedule)) {
    problems.add(
      `the schedule "${schedule}" is not five fields of cron.`,
      'write minute, hour, day of month, month and day of week; a zone goes into timeZone.',
    );
    return;
  }
  for (const [index, field] of FIELDS.entries()) {
    const part = parts[index] ?? '';
    problems.unless(
      part.split(',').every((item) => isItem(item, field)),
      `the schedule "${schedule}" has "${part}" as its ${field.name}; the server refuses it.`,
      `use ${field.from} to ${field.to}${field.words.length === 0 ? '' : ` or ${field.words[0]} to ${field.words.at(-1)}`}, with *, lists, ranges and steps.`,
    );
  }
}

/** `*`, `5`, `1-5`, each with an optional step. */
function isItem(item: string, field: Field): boolean {
  const [range = '', step, ...rest] = item.split('/');
  if (rest.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
  if (range === '*' || range === '?') return true;
  const ends = range.split('-').map((text) => numberOf(text, field));
  const [low, high] = [ends[0], ends.at(-1)];
  if (ends.length > 2 || low === undefined || high === undefined) return false;
  return low >= field.from && high <= field.to && low <= high;
}

function numberOf(text: string, field: Field): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = field.words.indexOf(text.toLowerCase());
  return index === -1 ? undefined : index + field.from;
}
