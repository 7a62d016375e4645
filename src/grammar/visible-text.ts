/**
 * What a terminal would obey, or a reader would not see: controls, line breaks, changes of direction, characters
 * without a width, halves of a character; and `##[`, with which the runners of GitHub and Azure take an order anywhere
 * in a line.
 * @see https://github.com/actions/runner/blob/v2.321.0/src/Runner.Common/ActionCommand.cs
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?<=##)(?:\[|v(?=so\[))/gu;

/** Behind any white space, these begin an order to GitHub's runner. */
const ORDER = /^(\s*):(?=:)/;

/** Text of a user made harmless for one line of a terminal or log. */
export function oneLine(text: string): string {
  return text.replace(UNSAFE, shown).replace(ORDER, '$1\\u003a');
}

/** The same for text that may have several lines: those after the first are indented, so that they are not ours. */
export function manyLines(text: string): string {
  const [head = '', ...rest] = text.trimEnd().split(/\r?\n/);
  return [oneLine(head), ...rest.map((line) => (/^ /.test(line) ? oneLine(line) : `  ${oneLine(line)}`))].join('\n');
}

/**
 * The net below everything that is written to a terminal or a pipe: lines stay, and colours where they are wanted.
 * What comes here has been made harmless before, text by text; here it cannot be forgotten.
 */
export function sendable(text: string, { colour }: { readonly colour: boolean }): string {
  return text.replace(colour ? NOT_COLOUR : NOT_LINES, shown);
}

/** What another program or an app prints: lines, tabs and colours stay as for `sendable`, and no line is an order to a runner. */
export function loggable(text: string, options: { readonly colour: boolean }): string {
  return sendable(text, options).replace(/^([ \t]*):(?=:)|(?<=##)(?:\[|v(?=so\[))/gm, (found, space?: string) =>
    space === undefined ? unit(found) : `${space}\\u003a`,
  );
}

/** A value as JSON that is harmless too: what it shows in place of a character is how JSON spells that character. */
export function visibleJson(value: unknown): string {
  const text = JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? one.toString() : one), 2);
  return text.replace(IN_JSON, (character) => character.split('').map(unit).join(''));
}

const IN_JSON = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?<=##)(?:\[|v(?=so\[))/gu;
const NOT_LINES = /(?!\n|\t|\r\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that begins a colour
const NOT_COLOUR = /(?!\n|\t|\r\n|\u001b\[[\d;]*m)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function shown(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : unit(character);
}

function unit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
