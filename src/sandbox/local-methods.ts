const names = (text: string): readonly string[] => text.split(' ');

const OF_DATES = names(
  'getDate getDay getFullYear getHours getMinutes getMonth getTimezoneOffset setDate setHours setMinutes setMonth ' +
    'toDateString toLocaleDateString toLocaleString toLocaleTimeString toString toTimeString',
);

/** Methods that answer by the time zone or the locale of the machine. */
export const LOCAL_METHODS: readonly (readonly [holder: object, label: string, names: readonly string[]])[] = [
  [Date.prototype, 'Date.prototype', OF_DATES],
  [Number.prototype, 'Number.prototype', ['toLocaleString']],
  [BigInt.prototype, 'BigInt.prototype', ['toLocaleString']],
  [Array.prototype, 'Array.prototype', ['toLocaleString']],
  [String.prototype, 'String.prototype', names('localeCompare toLocaleLowerCase toLocaleUpperCase')],
];

/** Classes that take both from the machine where they are not told. */
export const LOCAL_CLASSES = names(
  'Collator DateTimeFormat DisplayNames DurationFormat ListFormat NumberFormat PluralRules RelativeTimeFormat Segmenter',
);

/** Whether what an app asked for differs by the time zone or the locale alone. */
export function isLocal(what: string): boolean {
  return what.includes('.prototype.') || what.startsWith('Intl.') || what.startsWith('new Date(year');
}
