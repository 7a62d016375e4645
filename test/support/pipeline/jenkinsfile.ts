/** A word, a string without its quotes, or a mark of Groovy. */
export interface Token {
  readonly type: 'word' | 'text' | 'mark' | 'end';
  readonly text: string;
  readonly line: number;
}

/** A call of a pipeline: its name, what is handed to it, and the block behind that. */
export interface Statement {
  readonly name: string;
  readonly line: number;
  readonly words: readonly Token[];
  /** Of blocks that are Groovy, and no statements of a pipeline, it is empty. */
  readonly block?: readonly Statement[];
  /** What stands in a block that is Groovy. */
  readonly groovy?: string;
}

const GROOVY_BLOCKS = new Set(['expression', 'script']);
const TOKEN =
  /\/\/.*|\/\*[\s\S]*?\*\/|(?<long>'''|""")(?<deep>[\s\S]*?)\k<long>|(?<quote>['"])(?<flat>(?:\\.|(?!\k<quote>)[^\\\n])*)\k<quote>|(?<word>[\w$][\w$.]*)|(?<end>\n|;)|(?<mark>[!=]=|&&|\|\||[^\s\w])/g;

function tokensOf(text: string): readonly Token[] {
  let line = 1;
  let at = 0;
  return [...text.matchAll(TOKEN)].flatMap((match): readonly Token[] => {
    line += text.slice(at, match.index).split('\n').length - 1;
    at = match.index;
    const { deep, flat, word, end, mark } = match.groups ?? {};
    if (deep !== undefined || flat !== undefined)
      return [{ type: 'text', text: (deep ?? flat ?? '').replaceAll(/\\(.)/g, '$1'), line }];
    if (word !== undefined) return [{ type: 'word', text: word, line }];
    if (end !== undefined) return [{ type: 'end', text: end, line }];
    return mark === undefined ? [] : [{ type: 'mark', text: mark, line }];
  });
}

/** Reads the calls of a Jenkinsfile, whatever their names. @throws Error where a block or a parenthesis does not end */
export function readJenkinsfile(text: string): readonly Statement[] {
  const reader = new Reader(tokensOf(text));
  const found = reader.statements();
  if (reader.next !== undefined) throw new Error(`${reader.next.line}: "${reader.next.text}" closes nothing`);
  return found;
}

class Reader {
  #at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get next(): Token | undefined {
    return this.tokens[this.#at];
  }

  statements(): readonly Statement[] {
    const found: Statement[] = [];
    for (let token = this.next; token !== undefined && token.text !== '}'; token = this.next) {
      if (token.type === 'end') this.#at++;
      else found.push(this.#statement(token));
    }
    return found;
  }

  #statement({ type, text: name, line }: Token): Statement {
    if (type !== 'word') throw new Error(`${line}: "${name}" begins a statement`);
    this.#at++;
    const words = this.#words(line);
    if (this.next?.text !== '{' || this.next.type !== 'mark') return { name, line, words };
    this.#at++;
    const start = this.#at;
    const block = GROOVY_BLOCKS.has(name) ? this.#skipped() : this.statements();
    const groovy = this.tokens.slice(start, this.#at);
    if (this.next === undefined) throw new Error(`${line}: the block of "${name}" does not end`);
    this.#at++;
    const raw = groovy.map((token) => (token.type === 'text' ? `'${token.text}'` : token.text)).join(' ');
    return { name, line, words, block, ...(GROOVY_BLOCKS.has(name) && { groovy: raw.trim() }) };
  }

  /** What is handed to a call: until its block, or the end of its line. */
  #words(line: number): readonly Token[] {
    const found: Token[] = [];
    for (let depth = 0; ; this.#at++) {
      const token = this.next;
      if (depth === 0 && endsCall(token)) break;
      if (token === undefined) throw new Error(`${line}: a parenthesis does not end`);
      depth += depthOf(token);
      if (token.type !== 'end') found.push(token);
    }
    return found;
  }

  #skipped(): readonly Statement[] {
    for (let depth = 0; this.next !== undefined; this.#at++) {
      if (this.next.type !== 'mark') continue;
      if (this.next.text === '{') depth++;
      else if (this.next.text === '}' && depth-- === 0) break;
    }
    return [];
  }
}

function endsCall(token: Token | undefined): boolean {
  return token === undefined || token.type === 'end' || (token.type === 'mark' && '{}'.includes(token.text));
}

function depthOf({ type, text }: Token): number {
  if (type !== 'mark') return 0;
  if ('([{'.includes(text)) return 1;
  return ')]}'.includes(text) ? -1 : 0;
}

/** The first string that is handed to a call. */
export function textOf({ words }: Statement): string | undefined {
  return words.find(({ type }) => type === 'text')?.text;
}

/** What is handed by name, `branch: 'main'`; of several calls within, the last one's. */
export function namedOf({ words }: Statement): ReadonlyMap<string, Token> {
  const found = new Map<string, Token>();
  words.forEach(({ type, text }, i) => {
    const [colon, value] = [words[i + 1], words[i + 2]];
    if (type === 'word' && colon?.text === ':' && value !== undefined) found.set(text, value);
  });
  return found;
}
