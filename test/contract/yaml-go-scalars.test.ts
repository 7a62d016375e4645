import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { GO_YAML } from '../../src/load/go-yaml';
import { buildGoReader, GO_IS_THERE, type GoReader } from '../support/go-reader';

/** What numbers, times and words are made of. A mark, a colon with a space or a tab would make it another node. */
const pieces = fc.constantFrom(
  ...'0 0 1 1 2 5 7 8 9 10 60 255 _ _ . . - + e E x X o O b B a f p n y N Y ~ :'.split(' '),
  ...['inf', 'Inf', 'nan', 'NaN', 'true', 'no', 'on', 'Off', 'null', '0x', '0o', '0b', '1e', '2024-01-01', '12:30'],
  ...['T10:00:00Z', '9223372036854775807', '18446744073709551615', '9007199254740993', 'ffffffffffffffff', '400'],
);
const scalars = fc
  .array(pieces, { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''))
  .filter((text) => !/:$|^-$|^:|^---/.test(text));
/** Under a tag, in quotes: what is read by its tag alone. To Go, `!!float` has integers below 2^63 only. */
const tagged = fc
  .tuple(fc.constantFrom('!!int', '!!float', '!!str', '!!binary'), scalars)
  .filter(([tag, text]) => tag !== '!!float' || !/[\da-fA-F_]{16}|[01_]{64}/.test(text))
  .map(([tag, text]) => `${tag} "${text}"`);

const CASES = 30_000;

/** In words, so that -0, null and what is refused are told apart. */
function ours(yaml: string): string {
  const document = parseDocument(yaml, { ...GO_YAML, logLevel: 'silent' });
  if (document.errors.length + document.warnings.length > 0) return 'refused';
  return told(document.toJS()[0]);
}

/** Go writes numbers exactly; they are compared as JavaScript holds them. Bytes that are no text are changed by Go. */
function theirs(line: string): string {
  const { json, error } = JSON.parse(line) as { readonly json?: readonly unknown[]; readonly error?: string };
  return error !== undefined || String(json?.[0]).includes('\ufffd') ? 'refused' : told(json?.[0]);
}

const told = (value: unknown) => (Object.is(value, -0) ? 'number -0' : `${typeof value} ${String(value)}`);

(GO_IS_THERE ? describe : describe.skip)('scalars that others wrote', () => {
  let reader: GoReader;
  beforeAll(() => {
    reader = buildGoReader();
  });
  afterAll(() => rmSync(reader.folder, { recursive: true, force: true }));

  it.each([
    ['plain', scalars],
    ['tagged', tagged],
  ])('are read as kubectl reads them: %s', (_name, texts) => {
    const cases = [...new Set(fc.sample(texts, CASES))].map((text) => `- ${text}\n`);
    const said = reader.run(
      cases.map((yaml) => JSON.stringify({ yaml })),
      '-json',
    );
    const answers = said.stdout.trimEnd().split('\n');
    expect(answers).toHaveLength(cases.length);
    const differences = cases.flatMap((yaml, index) => {
      const [mine, other] = [ours(yaml), theirs(answers[index] as string)];
      return mine === other ? [] : [`${yaml.trim()} — ours: ${mine}; Go: ${other}`];
    });
    expect(differences.slice(0, 40)).toEqual([]);
    process.stdout.write(`scalars of others: ${cases.length}, 0 differences\n`);
  });
});
