import { Composer, type Document, Lexer, type LineCounter, Parser } from 'yaml';
import { GO_YAML } from './go-yaml';

/** What of the lexer decides how far a line must be indented; the version of the library is pinned. */
interface Indenting {
  indentNext: number;
  parseQuotedScalar(): Generator<string, unknown>;
  parseFlowCollection(): Generator<string, unknown>;
}

/**
 * The documents of a file. As in Go, the lines of a quoted text and of a list or map in brackets may be indented less
 * than what surrounds them. Keys that repeat are the caller’s: the library compares each with each, which takes the
 * square of their number.
 */
export function goDocuments(text: string, lineCounter: LineCounter): readonly Document.Parsed[] {
  const lexer = new Lexer();
  const inner = lexer as unknown as Indenting;
  for (const name of ['parseQuotedScalar', 'parseFlowCollection'] as const) inner[name] = unindented(inner[name]);
  const parser = new Parser(lineCounter.addNewLine);
  lineCounter.addNewLine(0);
  function* tokens() {
    for (const lexeme of lexer.lex(text)) yield* parser.next(lexeme);
    yield* parser.end();
  }
  const composer = new Composer({ ...GO_YAML, uniqueKeys: false, prettyErrors: false });
  return [...composer.compose(tokens())] as readonly Document.Parsed[];
}

function unindented(parse: () => Generator<string, unknown>) {
  return function* (this: Indenting): Generator<string, unknown> {
    const { indentNext } = this;
    this.indentNext = 0;
    const next = yield* parse.call(this);
    this.indentNext = indentNext;
    return next;
  };
}
