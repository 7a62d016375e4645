import fc from 'fast-check';

/** A file as people write it, of the values that stand in it: the same file of other values is what an edit makes of it. */
export type Draft = (values: Values) => string;

export interface Values {
  readonly tag: string;
  readonly digest: string;
  readonly flag: string;
}

export const BEFORE: Values = { tag: '1.2.0', digest: `sha256:${'a'.repeat(64)}`, flag: 'slow' };
export const AFTER: Values = { tag: '1.3.0-rc.1', digest: `sha256:${'b'.repeat(64)}`, flag: 'fast' };

const QUOTES = { double: (text: string) => `"${text}"`, single: (text: string) => `'${text}'` };
const comment = fc.constantFrom('', ' # note', ' # a "quoted": { note }', '   # ünïcode 🚀', '\t# after a tab');
const between = fc.constantFrom('', '\n', '# a line\n', '\n    # moved in: { a: b }\n\n');
const quote = fc.constantFrom(QUOTES.double, QUOTES.single);
const blanks = fc.constantFrom('', ' ', '   ');

const image = fc.record({ quote, inner: blanks, note: comment, form: fc.constantFrom('flow', 'wide', 'block') });
/** Another app with whatever a reader of YAML takes, and a reader of settings may not. */
const other = fc.constantFrom(
  '  other: { images: {}, flags: {} }\n',
  '  other:\n    flags: { a: &x "1", b: *x }\n',
  '  other: &anchor\n    flags:\n      text: |\n        tag: "1.2.0"\n      folded: >-\n        tag: 1.2.0\n',
  '  "other":\n    flags: {on: !!str 1, "k: v": \'it\'\'s\'}\n',
  '',
);

export const draft: fc.Arbitrary<Draft> = fc
  .record({
    step: fc.constantFrom(2, 4),
    eol: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\ufeff'),
    start: fc.constantFrom('', '# schema\n', '%YAML 1.2\n---\n', '---\n'),
    end: fc.constantFrom('', '\n', '\n\n', '\n# the end', '\n...\n'),
    image,
    gaps: fc.tuple(between, between, between),
    notes: fc.tuple(comment, comment, comment),
    others: fc.tuple(other, other).filter(([a, b]) => a === '' || b === '' || a === b),
    flagQuote: quote,
  })
  .map((shape) => (values) => {
    const [top, middle, low] = shape.gaps;
    const [first, second, third] = shape.notes;
    const pad = (depth: number) => ' '.repeat(shape.step * depth);
    const { inner, form, note, quote: quoted } = shape.image;
    const pairs = ['repository: ghcr.io/e/web', `tag:${inner || ' '}${quoted(values.tag)}`, `digest: ${values.digest}`];
    const forms = {
      flow: ` {${inner}${pairs.join(', ')}${inner}}${note}`,
      wide: ` {\n${pairs.map((pair) => pad(4) + pair).join(',\n')}\n${pad(3)}}${note}`,
      block: `${note}\n${pairs.map((pair) => `${pad(4)}${pair}${note}\n`).join(low)}`.trimEnd(),
    };
    const flags = `${pad(2)}flags: { mode:${inner || ' '}${shape.flagQuote(values.flag)} }`;
    const text = [
      `${shape.start}${top}apps:${first}\n${shape.others[0].replaceAll(/^ +/gm, (found) => ' '.repeat((found.length * shape.step) / 2))}`,
      `${pad(1)}shop:${second}\n${middle}${pad(2)}images:${third}\n`,
      `${pad(3)}web:${forms[form as keyof typeof forms]}\n${flags}${shape.end}`,
    ].join('');
    return shape.mark + text.replaceAll('\n', shape.eol);
  });
