import { CST, Lexer } from 'yaml';
import type { Problem } from '../../model/errors';
import { located, type SourceText } from './source-text';

export const MAX_DEPTH = 64;
export const MAX_NODES = 50_000;
/** Lines without a value, blank ones and comments, take time too. */
const MAX_LINES = 200_000;

/** A key, its colon and its value are three tokens for one value. */
const MAX_TOKENS = 3 * MAX_NODES;

export const tooDeep = `this is nested deeper than ${MAX_DEPTH} levels.`;
const tooLong = `the file has more than ${MAX_LINES} lines.`;
export const tooMany = `the file holds more than ${MAX_NODES} values.`;

/**
 * What must not reach the parser: nesting that would exhaust its stack or its memory, more values than it should
 * hold, and directives, with which a file chooses other rules for reading itself. Looks at tokens only, in one pass.
 */
export function budgetProblem(source: SourceText): Problem | undefined {
  const beyond = lineBeyond(source.text);
  if (beyond !== undefined) return located(source.spotAt(beyond), tooLong, 'keep data out of the settings.');
  if (isWithinBudget(source.text)) return undefined;
  let offset = 0;
  let tokens = 0;
  const depth = new Depth();
  let isScalar = false;
  for (const token of new Lexer().lex(source.text)) {
    const type: string | null = isScalar ? 'text' : CST.tokenType(token);
    isScalar = type === 'scalar';
    if (type === 'directive-line') {
      const message = `\`${token.trimEnd()}\` is a directive, which changes how the file is read.`;
      return located(source.spotAt(offset), message, 'remove the line.');
    }
    if (depth.after(type) > MAX_DEPTH) return located(source.spotAt(offset), tooDeep, 'flatten it.');
    if (!QUIET.has(type)) tokens += 1;
    if (tokens > MAX_TOKENS) return located(source.spotAt(offset), tooMany, 'keep data out of the settings.');
    if (!STAND_INS.has(type)) offset += token.length;
  }
  return undefined;
}

/** Where the first line too many begins. */
function lineBeyond(text: string): number | undefined {
  if (text.length <= MAX_LINES) return undefined;
  let at = -1;
  for (let line = 1; line <= MAX_LINES; line++) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return undefined;
  }
  return at + 1 < text.length ? at + 1 : undefined;
}

/**
 * Whether a text is so short, and holds so few characters that could begin a level or a directive, that nobody has to
 * look at its tokens.
 */
export function isWithinBudget(text: string): boolean {
  if (text.length > MAX_TOKENS || /^\ufeff?%/m.test(text)) return false;
  return (text.match(/[[{]|[-?](?=\s|$)/g)?.length ?? 0) <= MAX_DEPTH;
}

/** Levels of nesting that the tokens so far have opened. */
class Depth {
  private flow = 0;
  private chain = 0;

  after(type: string | null): number {
    this.flow += FLOW.get(type) ?? 0;
    if (CHAINED.has(type)) this.chain += 1;
    else if (type !== 'space') this.chain = 0;
    return this.flow + this.chain;
  }
}

/** How each token changes the depth of brackets. */
const FLOW: ReadonlyMap<string | null, number> = new Map([
  ['flow-map-start', 1],
  ['flow-seq-start', 1],
  ['flow-map-end', -1],
  ['flow-seq-end', -1],
]);
/** Several of these in a row each begin a level. */
const CHAINED: ReadonlySet<string | null> = new Set(['seq-item-ind', 'explicit-key-ind']);
/** Tokens that stand for what follows; the text does not hold them. */
const STAND_INS: ReadonlySet<string | null> = new Set(['scalar', 'doc-mode', 'flow-error-end']);

const QUIET: ReadonlySet<string | null> = new Set([
  'byte-order-mark',
  'comma',
  'comment',
  'doc-mode',
  'flow-error-end',
  'newline',
  'scalar',
  'space',
]);
