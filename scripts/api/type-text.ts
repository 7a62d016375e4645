/** A type as a declaration spells it, as far as property names need it. */
export type TypeNode =
  | { readonly kind: 'name'; readonly name: string; readonly args: readonly TypeNode[] }
  | { readonly kind: 'members'; readonly members: readonly Member[]; readonly index?: TypeNode }
  | { readonly kind: 'list'; readonly item: TypeNode }
  | { readonly kind: 'union' | 'intersection'; readonly parts: readonly TypeNode[] }
  | { readonly kind: 'text'; readonly text: string }
  /** What is written as itself: a number, or text with holes. */
  | { readonly kind: 'other'; readonly scalar?: 's' | 'n' };

export interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly method: boolean;
  readonly type: TypeNode;
}

const TOKEN = /\s*(`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|=>|\.\.\.|[\w$]+|[^\s])/y;

/** Reads the types of declarations that the compiler wrote: no comments, no conditional and no mapped types. */
export class TypeText {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(text: string) {
    const tokens: string[] = [];
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) tokens.push(match[1] ?? '');
    this.tokens = tokens;
  }

  /** A whole type: `A | B[]`. */
  type(): TypeNode {
    return this.joined('|', 'union', () => this.joined('&', 'intersection', () => this.postfix()));
  }

  /** `interface A<T> extends B, C { … }`. */
  interface(): { readonly parents: readonly TypeNode[]; readonly body: TypeNode } {
    this.take('interface');
    this.next();
    if (this.skip('<')) while (!this.skip('>')) this.at++;
    const parents: TypeNode[] = [];
    if (this.skip('extends'))
      do parents.push(this.single());
      while (this.skip(','));
    return { parents, body: this.members() };
  }

  /** The types of the parameters between `(` and `)`. */
  parameters(): readonly TypeNode[] {
    this.take('(');
    const types: TypeNode[] = [];
    while (!this.skip(')')) {
      types.push(this.member().type);
      this.skip(',');
    }
    return types;
  }

  /** The members between `{` and `}`. */
  members(): TypeNode {
    this.take('{');
    const members: Member[] = [];
    let index: TypeNode | undefined;
    while (!this.skip('}')) {
      this.skip('readonly');
      if (this.skip('[')) {
        while (!this.skip(']')) this.at++;
        this.take(':');
        index = this.type();
      } else members.push(this.member());
      if (!this.skip(';')) this.skip(',');
    }
    return { kind: 'members', members, ...(index === undefined ? {} : { index }) };
  }

  private member(): Member {
    const name = this.next().replace(/^['"]|['"]$/g, '');
    const optional = this.skip('?');
    if (this.peek() === '(') {
      this.brackets();
      if (this.skip(':')) this.type();
      return { name, optional, method: true, type: { kind: 'other' } };
    }
    this.take(':');
    return { name, optional, method: false, type: this.type() };
  }

  private joined(sign: string, kind: 'union' | 'intersection', part: () => TypeNode): TypeNode {
    this.skip(sign);
    const parts = [part()];
    while (this.skip(sign)) parts.push(part());
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind, parts };
  }

  private postfix(): TypeNode {
    let node = this.single();
    while (this.peek() === '[' && this.tokens[this.at + 1] === ']') {
      this.at += 2;
      node = { kind: 'list', item: node };
    }
    return node;
  }

  private single(): TypeNode {
    this.skip('readonly');
    const token = this.peek();
    if (token === '{') return this.members();
    if (token === '(') return this.parenthesis();
    this.at++;
    if (/^['"]/.test(token)) return { kind: 'text', text: token.slice(1, -1) };
    if (token.startsWith('`')) return { kind: 'other', scalar: 's' };
    if (/^\d/.test(token)) return { kind: 'other', scalar: 'n' };
    if (!/^[A-Za-z_$]/.test(token)) return { kind: 'other' };
    let name = token;
    while (this.skip('.')) name += `.${this.next()}`;
    const args: TypeNode[] = [];
    if (this.skip('<')) {
      do args.push(this.type());
      while (this.skip(','));
      this.take('>');
    }
    return { kind: 'name', name, args };
  }

  /** `(A | B)`, or the parameters of a function type. */
  private parenthesis(): TypeNode {
    const start = this.at;
    this.brackets();
    if (this.skip('=>')) {
      this.type();
      return { kind: 'other' };
    }
    this.at = start + 1;
    const inner = this.type();
    this.take(')');
    return inner;
  }

  /** From one `(` to its `)`. */
  private brackets(): void {
    let depth = 0;
    do {
      const token = this.next();
      if (token === '(') depth++;
      if (token === ')') depth--;
    } while (depth > 0);
  }

  private peek(): string {
    return this.tokens[this.at] ?? '';
  }

  private next(): string {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new Error(`the type ends too early: ${this.tokens.join(' ')}`);
    return token;
  }

  private skip(token: string): boolean {
    if (this.peek() !== token) return false;
    this.at++;
    return true;
  }

  private take(token: string): void {
    const found = this.next();
    if (found !== token)
      throw new Error(
        `wanted ${token} and found ${found} at ${this.tokens.slice(Math.max(0, this.at - 8), this.at + 4).join(' ')}`,
      );
  }
}
