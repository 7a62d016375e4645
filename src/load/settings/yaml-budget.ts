import { CST, Lexer } from 'yaml';
import type { Problem } from '../../model/errors';
import { located, type SourceText } from './source-text';

export const MAX_DEPTH = 64;
export const MAX_NODES = 50_000;

/** A key, its colon and its value are three tokens for one value. */
const MAX_TOKENS = 3 * MAX_NODES;

export const tooDeep = `this is nested deeper than ${MAX_DEPTH} levels.`;
export const tooMany = `the file holds more than ${MAX_NODES} values.`;

/**
 * What must not reach the parser: nesting that would exhaust its stack or its memory, more values than it should
 * hold, and directives, with which a file chooses other rules for reading itself. Looks at tokens only, in one pass.
 */
export function budgetProblem(source: SourceText): Problem | undefined {
  if (isWithinBudget(source.text)) return undefined;
  let offset = 0;
  let tokens = 0;
  let flowDepth = 0;
  let chain = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(source.text)) {
    const type: string | null = isScalar ? 'text' : CST.tokenType(token);
    isScalar = type === 'scalar';
    if (type === 'directive-line') {
      const message = `\`${token.trimEnd()}\` is a directive, which changes how the file is read.`;
      return located(source.spotAt(offset), message, 'remove the line.');
    }
    if (type === 'flow-map-start' || type === 'flow-seq-start') flowDepth += 1;
    if (type === 'flow-map-end' || type === 'flow-seq-end') flowDepth -= 1;
    if (type === 'seq-item-ind' || type === 'explicit-key-ind') chain += 1;
    else if (type !== 'space') chain = 0;
    if (flowDepth + chain > MAX_DEPTH) return located(source.spotAt(offset), tooDeep, 'flatten it.');
    if (!QUIET.has(type)) tokens += 1;
    if (tokens > MAX_TOKENS) return located(source.spotAt(offset), tooMany, 'keep data out of the settings.');
    // These two stand for what follows; the text does not hold them.
    if (type !== 'scalar' && type !== 'doc-mode' && type !== 'flow-error-end') offset += token.length;
  }
  return undefined;
}

/**
 * Whether a text is so short, and holds so few characters that could begin a level or a directive, that nobody has to
 * look at its tokens.
 */
export function isWithinBudget(text: string): boolean {
  if (text.length > MAX_TOKENS || /^\ufeff?%/m.test(text)) return false;
  return (text.match(/[[{]|[-?](?=\s|$)/g)?.length ?? 0) <= MAX_DEPTH;
}

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
