/**
 * Which text needs no quotes because every YAML reader takes it for text. The writer in src/render quotes all other
 * text, and the quick reader in src/load accepts no other text without quotes.
 */

/** Words that some reader takes for a boolean, null or number: in upper or lower case, and also after a sign. */
export const RESERVED_WORDS: readonly string[] = 'y n yes no on off true false null nan inf infinity'.split(' ');

/** An exponent without a number. One reader takes it for a number, and short commit ids look like it. */
export const EXPONENT = '[eE][-+]?[0-9_]+';

/** The start of a relative path: `./a` or `../a`. */
export const RELATIVE_PATH = String.raw`\.\.?\/[A-Za-z0-9]`;

/** Characters without a meaning in YAML at any place, written for a character class of a pattern. */
export const PLAIN_CHARACTERS = String.raw`A-Za-z0-9_./@=,()$!?%*;&|<>^~'\-`;

/** YAML limits a plain key to 1,024 characters before its colon; the writer marks longer keys with `?`. */
export const LONGEST_KEY = 1000;

/** Characters that a backslash and one letter stand for, such as `\n`. */
export const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['\n', 'n'],
  ['\t', 't'],
  ['\r', 'r'],
]);

/** Text that begins with a digit and needs no quotes: no YAML reader takes it for a number or a time. */
export const PLAIN_DIGITS = new RegExp(
  `^(?:${[
    // Addresses, ranges and versions: three or four numbers, or three with a suffix.
    String.raw`\d{1,5}(?:\.\d{1,5}){2,3}(?:/\d{1,2})?`,
    String.raw`\d{1,5}(?:\.\d{1,5}){2}-[A-Za-z][A-Za-z0-9.-]*`,
    // Quantities, durations and percentages: the unit at the end makes them text. A duration may have several units.
    String.raw`\d{1,9}(?:\.\d{1,3})?(?:ms?|s|h|[kMGTP]|[KMGTP]i|%)`,
    String.raw`(?:\d{1,9}(?:ms|[smhd]))+`,
    // Schedules: five fields.
    String.raw`\d[\d,/-]*(?: [A-Za-z\d*?,/-]+){4}`,
  ].join('|')})$`,
);
