import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseYaml } from '../../../../src/load/settings/parse-yaml';
import { readPlainSettings } from '../../../../src/load/settings/plain-settings';
import { sourceText } from '../../../../src/load/settings/source-text';

const FOLDER = join(__dirname, '..', '..', '..', '..', 'environments');
const SETTINGS = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const texts = SETTINGS.map((name) => readFileSync(join(FOLDER, name), 'utf8'));

/** What the library makes of a text, as this reader tells it; its problems where there are any. */
function byLibrary(text: string) {
  const result = parseYaml(sourceText('a.yaml', text));
  if ('problems' in result) return result.problems;
  const { value, positions } = result.file;
  return { value, positions: [...positions] };
}

function byUs(text: string) {
  const plain = readPlainSettings(sourceText('a.yaml', text));
  return plain === undefined ? undefined : { value: plain.value, positions: [...plain.positions] };
}

const PIECES = [
  ...' \n:-#[]{},"\'&*!|>%@`?~=.0123456789\t\\/',
  ...[
    '  ',
    '\n  ',
    '\n    ',
    ': ',
    ' #',
    '- ',
    '\n- ',
    'a: b',
    'true',
    'null',
    '~',
    '1.5',
    '1e3',
    '0x1f',
    '0o7',
    '1_000',
    '1:30',
    '-1',
    '2-b',
  ],
  ...[
    '12Mi',
    '10.0.0.0/8',
    '2001-01-01',
    '.inf',
    '<<: ',
    'é',
    '\u2028',
    '---\n',
    'yes',
    "it''s",
    '"a\\n"',
    '[a, {b: c}]',
    '{ a: [] }',
    'a b',
  ],
];

describe('settings in plain forms are read without the YAML library', () => {
  it.each(SETTINGS)('as the library reads environments/%s', (name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    expect(byUs(text)).toEqual(byLibrary(text));
  });

  it.each([
    ['lists below a key and beside it', 'a:\n- b\n- c: 1\n  d: {}\ne:\n  - [x, "y z"]\n'],
    ['comments wherever they may stand', '# a\n\na: 1 # b\n  # c\nb: # d\n  - x # e\n# f\n'],
    ['quoted keys and texts', '"a b": \'c # d\'\ne: { "*.f": "g: h" }\n'],
    ['numbers, truth and what only looks so', 'a: 0\nb: true\nc: 10.0.0.0/8\nd: 128Mi\ne: 6.0-alpine\nf: a:b\n'],
  ])('%s', (_name, text) => {
    expect(byUs(text)).toBeDefined();
    expect(byUs(text)).toEqual(byLibrary(text));
  });

  it('or are left to it, however they are mistyped', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 3 }),
      put: fc.constantFrom('', ...PIECES),
    });
    const mistyped = fc
      .tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }))
      .map(([text, edits]) =>
        edits.reduce((one, { at, cut, put }) => {
          const place = Math.floor(at * one.length);
          return one.slice(0, place) + put + one.slice(place + cut);
        }, text),
      );
    let taken = 0;
    const check = (text: string) => {
      const ours = byUs(text);
      if (ours === undefined) return;
      taken += 1;
      expect(ours).toEqual(byLibrary(text));
    };
    fc.assert(fc.property(mistyped, check), { numRuns: 1_500 });
    const made = fc
      .array(fc.constantFrom('a', 'b', 'c: ', 'd:', ...PIECES), { maxLength: 14 })
      .map((parts) => `k: ${parts.join('')}\n`);
    fc.assert(fc.property(made, check), { numRuns: 5_000 });
    expect(taken).toBeGreaterThan(50);
  });
});
