/**
 * How one string is written so that YAML 1.1 (kubectl, Argo CD) and YAML 1.2 readers agree on it.
 * Plain where that is safe beyond doubt, a literal block for scripts, double quotes for everything else.
 */

/** Words that one of the two YAML versions reads as a boolean, null, or number. */
const RESERVED = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', 'nan', 'inf', 'infinity']);

/** First character a letter or `/`; inside no character that can start a comment, a key or a flow collection. */
const PLAIN = /^[A-Za-z/][A-Za-z0-9_./+:@=,-]*$/;
/** Addresses and ranges: four numbers, so no reader takes them for a number or a time. */
const IPV4 = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(\/\d{1,2})?$/;
/** Quantities and percentages: the unit at the end keeps every reader from taking them for numbers. */
const QUANTITY = /^\d{1,9}(\.\d{1,3})?(m|[KMGTP]i|%)$/;

export function isPlain(text: string): boolean {
  if (text.length === 0) return false;
  if (PLAIN.test(text)) {
    // A colon is a key indicator only at the end or before a space, and there are no spaces here.
    return text.charCodeAt(text.length - 1) !== 58 && !(text.length <= 8 && RESERVED.has(text.toLowerCase()));
  }
  return IPV4.test(text) || QUANTITY.test(text);
}

/** What may not stand unescaped: quotes, controls, NEL, no-break space, invisible and direction-changing characters. */
const ESCAPE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be escaped
  /["\\\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

export function quoted(text: string): string {
  return `"${text.replace(ESCAPE, escapeOf)}"`;
}

function escapeOf(character: string): string {
  switch (character) {
    case '"':
      return '\\"';
    case '\\':
      return '\\\\';
    case '\n':
      return '\\n';
    case '\t':
      return '\\t';
    case '\r':
      return '\\r';
    default: {
      const code = character.charCodeAt(0);
      return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
    }
  }
}

const UNPRINTABLE_IN_BLOCK =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a block scalar cannot escape them
  /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/;

/** Text of several lines whose every line a literal block keeps as it is. */
export function fitsBlock(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 32 || first === 9 || first === 10 || !text.includes('\n')) return false;
  if (text.endsWith('\n\n') || UNPRINTABLE_IN_BLOCK.test(text)) return false;
  return !/[ \t](?:\n|$)/.test(text) && !/\n\t/.test(text);
}

/**
 * Characters that a Kubernetes object has no business to hold, or that a reader refuses.
 * Tab, line feed and carriage return are fine.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be refused
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const SUSPECT = /[^\n\t\r -~]/;

/** The first character of a text that cannot be written, as `U+0000`; undefined when all can. */
export function forbiddenCharacter(text: string): string | undefined {
  if (!SUSPECT.test(text)) return undefined;
  const found = FORBIDDEN.exec(text);
  if (found === null) return undefined;
  return `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
