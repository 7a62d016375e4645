/** What begins with a digit, is written without quotes, and is neither a number nor a time to any reader of YAML. */
export const PLAIN_DIGITS = new RegExp(
  `^(?:${[
    // Addresses, ranges and versions: three or four numbers, or three with a suffix.
    String.raw`\d{1,5}(?:\.\d{1,5}){2,3}(?:/\d{1,2})?`,
    String.raw`\d{1,5}(?:\.\d{1,5}){2}-[A-Za-z][A-Za-z0-9.-]*`,
    // Quantities, times and percentages: the unit at the end says it. A time may have several.
    String.raw`\d{1,9}(?:\.\d{1,3})?(?:ms?|s|h|[kMGTP]|[KMGTP]i|%)`,
    String.raw`(?:\d{1,9}(?:ms|[smhd]))+`,
    // Schedules: five fields.
    String.raw`\d[\d,/-]*(?: [A-Za-z\d*?,/-]+){4}`,
  ].join('|')})$`,
);
