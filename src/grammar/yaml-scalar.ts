/**
 * What text is written without quotes, so that every reader of YAML takes it for text: the writer in src/render holds
 * to it, and the quick reader in src/load takes nothing else.
 */

/** Words that one of the readers takes for a boolean, null or number, in any case of letters; also behind a sign. */
export const RESERVED_WORDS: readonly string[] = 'y n yes no on off true false null nan inf infinity'.split(' ');

/** An exponent without a number, which is a number to one reader; short commit ids look like it. */
export const EXPONENT = '[eE][-+]?[0-9_]+';

/** How a path beside or above begins. */
export const RELATIVE_PATH = String.raw`\.\.?\/[A-Za-z0-9]`;

/** Characters that mean nothing wherever they stand, as a class of a pattern holds them. */
export const PLAIN_CHARACTERS = String.raw`A-Za-z0-9_./@=,()$!?%*;&|<>^~'\-`;

/** A reader looks for the colon behind a key no further than 1,024 characters; longer keys are marked. */
export const LONGEST_KEY = 1000;

/** Characters that have a letter of their own behind a backslash. */
export const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['\n', 'n'],
  ['\t', 't'],
  ['\r', 'r'],
]);

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
