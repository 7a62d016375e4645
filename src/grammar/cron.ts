import { isGoDuration } from './go-duration';

/** One of the five fields of a schedule. */
interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Names that stand for numbers, such as `jan`; the first stands for `min`. */
  readonly words: readonly string[];
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');
const FIELDS: readonly Field[] = [
  { name: 'minute', min: 0, max: 59, words: [] },
  { name: 'hour', min: 0, max: 23, words: [] },
  { name: 'day of the month', min: 1, max: 31, words: [] },
  { name: 'month', min: 1, max: 12, words: MONTHS },
  { name: 'day of the week', min: 0, max: 6, words: DAYS },
];

const NAMED = new Set(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly']);
const EVERY = '@every ';
/** White space as Go defines it; JavaScript's `\s` differs by two characters. */
const SPACES = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
/** Go's Atoi accepts a plus sign, and numbers up to 64 bits. */
const NUMBER = /^\+?\d+$/;
const LARGEST = 2n ** 63n - 1n;

/**
 * Why the API server refuses a CronJob's schedule, as a part of a sentence; undefined when it takes it.
 * @see https://github.com/robfig/cron/blob/v3.0.1/parser.go (ParseStandard)
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/batch/validation/validation.go (validateScheduleFormat)
 */
export function wrongSchedule(schedule: string): string | undefined {
  if (schedule === '') return 'it is empty';
  if (schedule.includes('TZ')) return 'it holds a time zone, which belongs in `timeZone`';
  if (schedule.startsWith('@')) return wrongName(schedule);
  const parts = schedule.split(SPACES).filter((part) => part !== '');
  if (parts.length !== FIELDS.length)
    return `it has ${parts.length} field${parts.length === 1 ? '' : 's'}, and a schedule has 5 (minute, hour, day, month, weekday)`;
  for (const [index, field] of FIELDS.entries()) {
    const wrong = wrongField(parts[index] ?? '', field);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function wrongName(schedule: string): string | undefined {
  if (!schedule.startsWith(EVERY)) return NAMED.has(schedule) ? undefined : `there is no schedule called "${schedule}"`;
  const duration = schedule.slice(EVERY.length);
  return isGoDuration(duration) ? undefined : `"${duration}" is not a duration such as 1h30m`;
}

function wrongField(text: string, field: Field): string | undefined {
  for (const item of text.split(',')) {
    // The parser skips empty items: "1,,2" and even "," pass.
    const wrong = item === '' ? undefined : wrongItem(item, field);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** `*`, `5`, `1-5`, each with an optional step. */
function wrongItem(item: string, field: Field): string | undefined {
  const { name, min, max } = field;
  const [range = '', step, ...steps] = item.split('/');
  const [from = '', to, ...ends] = range.split('-');
  const every = from === '*' || from === '?';
  // After `*` the parser ignores the end of a range.
  const [first, last] = every ? [min, max] : [numberOf(from, field), numberOf(to ?? from, field)];
  if (steps.length > 0 || first === undefined || last === undefined || (!every && ends.length > 0))
    return `"${item}" is not a ${name} (${wordsOf(field)})`;
  if (first < min || last > max) return `the ${name} ${first < min ? first : last} is outside ${min} to ${max}`;
  if (first > last) return `the ${name} "${item}" ends before it begins`;
  return step === undefined || isStep(step) ? undefined : `"${item}" has a step that is not a number from 1`;
}

function isStep(text: string): boolean {
  if (!NUMBER.test(text)) return false;
  const step = BigInt(text.replace('+', ''));
  return step > 0n && step <= LARGEST;
}

function numberOf(text: string, { min, words }: Field): number | undefined {
  if (NUMBER.test(text)) return Number(text);
  const index = words.indexOf(text.toLowerCase());
  return index < 0 ? undefined : min + index;
}

function wordsOf({ min, max, words }: Field): string {
  return words.length === 0 ? `${min} to ${max}` : `${min} to ${max}, or ${words[0]} to ${words.at(-1)}`;
}
