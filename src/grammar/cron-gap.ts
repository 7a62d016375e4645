import { wrongSchedule } from './cron';

/** Minutes of a day. */
const DAY = 1440;
/** After so many days the calendar begins anew, leap years and days of the week included, within a century. */
const DAYS = 28 * 366;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');

interface Parsed {
  readonly numbers: ReadonlySet<number>;
  /** Whether it begins with a star and has no step: then it leaves the other field of days alone. */
  readonly isStar: boolean;
}

/**
 * The longest time between two starts of a schedule with five fields, in minutes; `Infinity` for one that never starts,
 * such as the 30th of February; undefined for a text that is not such a schedule. Changes of the clock do not count.
 * @see https://github.com/robfig/cron/blob/v3.0.1/spec.go (dayMatches)
 */
export function longestGap(schedule: string): number | undefined {
  if (schedule.startsWith('@') || wrongSchedule(schedule) !== undefined) return undefined;
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = schedule.trim().split(/\s+/);
  const minutes = numbersOf(minute, 0, 59).numbers;
  const hours = numbersOf(hour, 0, 23).numbers;
  const times = ordered([...hours].flatMap((h) => [...minutes].map((m) => h * 60 + m)));
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return Number.POSITIVE_INFINITY;
  const days = daysOf(numbersOf(day, 1, 31), numbersOf(month, 1, 12, MONTHS), numbersOf(weekday, 0, 6, WEEKDAYS));
  if (days.length < 2) return Number.POSITIVE_INFINITY;
  return Math.max(gapIn(times), gapIn(days) * DAY + first - last);
}

/** The longest step between neighbours; 0 where there are none. */
function gapIn(sorted: readonly number[]): number {
  return sorted.reduce((most, value, index) => Math.max(most, value - (sorted[index - 1] ?? value)), 0);
}

/** The days on which a schedule starts, counted from the first of March of a leap year, which is a Sunday here. */
function daysOf(day: Parsed, month: Parsed, weekday: Parsed): readonly number[] {
  const found: number[] = [];
  for (let [count, of] = [0, { year: 0, month: 3, day: 1 }]; count < DAYS; count++, of = nextDay(of)) {
    if (!month.numbers.has(of.month)) continue;
    const [inMonth, inWeek] = [day.numbers.has(of.day), weekday.numbers.has(count % 7)];
    if (day.isStar || weekday.isStar ? inMonth && inWeek : inMonth || inWeek) found.push(count);
  }
  return found;
}

interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function nextDay({ year, month, day }: CalendarDay): CalendarDay {
  if (day < lengthOf(month, year)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

function lengthOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function numbersOf(text: string, min: number, max: number, words: readonly string[] = []): Parsed {
  const numbers = new Set<number>();
  let isStar = false;
  for (const item of text.split(',').filter((one) => one !== '')) {
    const [range = '', step] = item.split('/');
    const [from = '', to] = range.split('-');
    const every = from === '*' || from === '?';
    const by = Number(step ?? 1);
    isStar ||= every && by <= 1;
    const read = (word: string) =>
      words.includes(word.toLowerCase()) ? min + words.indexOf(word.toLowerCase()) : +word;
    const start = every ? min : read(from);
    // `5/10` stands for 5 to the end.
    const end = every || (to === undefined && step !== undefined) ? max : read(to ?? from);
    for (let number = start; number <= end; number += by) numbers.add(number);
  }
  return { numbers, isStar };
}

function ordered(numbers: readonly number[]): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}
