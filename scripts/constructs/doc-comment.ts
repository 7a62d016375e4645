/** What a doc comment says, by its tags. */
export interface DocComment {
  readonly text: string;
  /** As it is written: a value, or `- ` and a sentence. */
  readonly fallback: string | undefined;
  readonly throws: readonly string[];
  /** Ids of rules. */
  readonly findings: readonly string[];
  /** Addresses. */
  readonly see: readonly string[];
  readonly example: string | undefined;
}

type Tag = 'default' | 'throws' | 'finding' | 'see' | 'example' | 'param' | 'returns';

/** A tag at the beginning of a line or, as one-line comments have it, inside: `@default` in backticks too. */
const TAG = /(?:^|\s)`?@(default|throws|finding|see|example|param|returns)(?:`|(?=\s))[ \t]*/g;

/** Reads a doc comment; `@finding` may stand in backticks with its rule. */
export function docComment(comment: string): DocComment {
  const inner = comment.replace(/^\/\*\*/, '').replace(/\*\/$/, '');
  const plain = inner.replace(/^[ \t]*\* ?/gm, '').trim();
  const [body = '', example] = plain.split(/(?:^|\n)@example\n/);
  const [code, after = ''] = example === undefined ? [undefined] : example.split(/\n(?=@\w+ )/, 2);
  const parts = tagged(`${body}\n${after}`.replace(/`@finding ([\w/-]+)`/g, '\n@finding $1\n'));
  const all = (wanted: Tag) => parts.filter(({ tag }) => tag === wanted).map(({ text }) => text);
  return {
    text: oneLine(all('returns').reduce((text, one) => `${text} Returns ${one}.`, parts[0]?.text ?? '')),
    fallback: all('default')[0],
    throws: all('throws'),
    findings: all('finding'),
    see: all('see'),
    example: code?.trimEnd(),
  };
}

/** The text before the first tag, and each tag with its text. */
function tagged(text: string): readonly { readonly tag: Tag | undefined; readonly text: string }[] {
  const marks = [...text.matchAll(TAG)];
  const end = (index: number) => marks[index]?.index ?? text.length;
  const first = { tag: undefined, text: oneLine(text.slice(0, end(0))) };
  const others = marks.map((mark, index) => ({
    tag: mark[1] as Tag,
    text: oneLine(text.slice(mark.index + mark[0].length, end(index + 1))),
  }));
  return [first, ...others];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
