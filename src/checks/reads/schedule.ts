interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const FIELDS: readonly Field[] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of the month', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12, names: '- jan feb mar apr may jun jul aug sep oct nov dec'.split(' ') },
  { name: 'day of the week', min: 0, max: 6, names: 'sun mon tue wed thu fri sat'.split(' ') },
];
const WORDS = new Set(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly']);
const EVERY = /^@every ([+-]?(\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))+$/;

/**
 * What is wrong with a CronJob's schedule, as a part of a sentence; undefined when nothing is.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 */
export function wrongSchedule(schedule: string): string | undefined {
  if (schedule.includes('TZ')) return 'it holds a time zone, which belongs into `timeZone`';
  if (schedule.startsWith('@'))
    return WORDS.has(schedule) || EVERY.test(schedule) ? undefined : `there is no schedule called "${schedule}"`;
  const parts = schedule.split(/\s+/).filter((part) => part !== '');
  if (parts.length !== FIELDS.length)
    return `it has ${parts.length} fields, and a schedule has 5 (minute, hour, day, month, weekday)`;
  for (const [i, part] of parts.entries()) {
    const wrong = wrongField(part, FIELDS[i] as Field);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function wrongField(text: string, field: Field): string | undefined {
  for (const item of text.split(',').filter((one) => one !== '')) {
    const [range = '', step, ...more] = item.split('/');
    const [from = '', to, ...rest] = range.split('-');
    if (more.length > 0 || rest.length > 0) return `"${item}" is no ${field.name}`;
    if (step !== undefined && !(/^\d+$/.test(step) && Number(step) > 0)) return `"${item}" has no step that moves`;
    if (from === '*' || from === '?') continue;
    const first = numberOf(from, field);
    const last = to === undefined ? first : numberOf(to, field);
    if (first === undefined || last === undefined)
      return `"${item}" is no ${field.name} (${field.min} to ${field.max})`;
    if (first < field.min || last > field.max)
      return `the ${field.name} ${first < field.min ? first : last} is outside ${field.min} to ${field.max}`;
    if (first > last) return `the ${field.name} "${item}" ends before it begins`;
  }
  return undefined;
}

function numberOf(text: string, { names }: Field): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const at = names?.indexOf(text.toLowerCase()) ?? -1;
  return at < 0 || text === '-' ? undefined : at;
}
