import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSettings, readSettingsFile } from '../../../../src/load/settings/read-yaml';
import type { ReadResult } from '../../../../src/load/settings/settings-file';
import { describeProblem } from '../../../../src/model/errors';

const said = (result: ReadResult) =>
  'problems' in result ? result.problems.map((problem) => describeProblem(problem)).join('\n\n') : 'read';

/** Texts under a mebibyte that a parser alone would need minutes or all memory for. */
const HOSTILE: Readonly<Record<string, readonly [string, string]>> = {
  brackets: ['['.repeat(1_000_000), 'this is nested deeper than 64 levels.'],
  braces: ['{'.repeat(1_000_000), 'this is nested deeper than 64 levels.'],
  dashes: ['- '.repeat(500_000), 'this is nested deeper than 64 levels.'],
  'question marks': ['? '.repeat(500_000), 'this is nested deeper than 64 levels.'],
  'maps in maps': [nested(1400), 'this is nested deeper than 64 levels.'],
  keys: [Array.from({ length: 80_000 }, (_, i) => `k${i}: 1`).join('\n'), 'the file holds more than 50000 values.'],
  'items of one list': [`a: [${'1,'.repeat(100_000)}]`, 'the file holds more than 50000 values.'],
  documents: ['---\n'.repeat(180_000), 'the file holds more than 50000 values.'],
  directives: ['%a\n'.repeat(180_000), '`%a` is a directive, which changes how the file is read.'],
};

function nested(levels: number): string {
  return Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
}

describe('what would exhaust a parser', () => {
  it.each(Object.keys(HOSTILE))('%s', (name) => {
    const [text, wanted] = HOSTILE[name] as readonly [string, string];
    const result = parseSettings(text, 'a.yaml');
    expect('problems' in result && result.problems.map(({ message }) => message)).toEqual([wanted]);
    expect(said(result).length).toBeLessThan(1000);
  });

  it('is not expanded: an alias is refused where it stands', () => {
    const lines = ['a: &a [x, x]', ...Array.from({ length: 30 }, (_, i) => `b${i}: [*a, *a]`)];
    const result = parseSettings(lines.join('\n'), 'a.yaml');
    expect('problems' in result && result.problems.length).toBe(61);
  });

  it('has its errors told up to twenty, and the rest counted', () => {
    const result = parseSettings('a: *\n'.repeat(50), 'a.yaml');
    expect('problems' in result && result.problems.slice(20)).toEqual([
      { message: 'a.yaml has 30 more errors of this kind.' },
    ]);
  });
});

describe('parseSettings', () => {
  it('reads scalars as YAML 1.2 does, and remembers what was written', () => {
    const result = parseSettings(
      'a: yes\nb: 012\nc: "1.30"\nd: 1.30\ne: 12:30\nf: 2024-01-01\ng: true\nh:\n',
      'a.yaml',
    );
    if ('problems' in result) throw new Error(said(result));
    expect({ ...(result.file.value as object) }).toEqual({
      a: 'yes',
      b: 12,
      c: '1.30',
      d: 1.3,
      e: '12:30',
      f: '2024-01-01',
      g: true,
      h: null,
    });
    expect(['a', 'b', 'c', 'd', 'g'].map((key) => result.file.positions.get(key)?.written)).toEqual([
      undefined,
      '012',
      undefined,
      '1.30',
      'true',
    ]);
  });

  it('points at the key and the value, also behind Windows line ends', () => {
    const result = parseSettings('a:\r\n  - b: "x"\r\n', 'a.yaml');
    if ('problems' in result) throw new Error(said(result));
    expect(result.file.positions.get('a[0].b')).toEqual({
      key: { place: { file: 'a.yaml', line: 2, column: 5 }, lineText: '  - b: "x"' },
      value: { place: { file: 'a.yaml', line: 2, column: 8 }, lineText: '  - b: "x"' },
    });
  });

  it('gives maps no prototype, so that a key called constructor is a key', () => {
    const result = parseSettings('constructor: { toString: x }', 'a.yaml');
    if ('problems' in result) throw new Error(said(result));
    expect(Object.getPrototypeOf(result.file.value)).toBeNull();
    expect(Object.keys(result.file.value as object)).toEqual(['constructor']);
  });

  it('cuts a long line around the caret', () => {
    const line = `a: ["${'x'.repeat(300)}", *b]`;
    expect(said(parseSettings(line, 'a.yaml'))).toBe(
      [
        'a.yaml:1:309 › a[1]: `*b` is an alias; settings are written out.',
        `1 | …${line.slice(208)}`,
        `  | ${' '.repeat(101)}^`,
        'fix: write the value here.',
      ].join('\n'),
    );
  });
});

describe('readSettingsFile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-settings-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('takes a byte order mark', () => {
    writeFileSync(join(folder, 'bom.yaml'), '\ufeffa: 1\n');
    const result = readSettingsFile(join(folder, 'bom.yaml'), folder);
    expect('file' in result && result.file.positions.get('a')?.key?.place).toEqual({
      file: 'bom.yaml',
      line: 1,
      column: 1,
    });
  });

  it('refuses what is no text', () => {
    writeFileSync(join(folder, 'latin.yaml'), Buffer.from([0x61, 0x3a, 0x20, 0xe9]));
    expect(said(readSettingsFile(join(folder, 'latin.yaml'), folder))).toBe(
      'latin.yaml:1:1: the file is not UTF-8 text.\nfix: save it as UTF-8.',
    );
  });

  it('refuses a folder in the place of a file', () => {
    mkdirSync(join(folder, 'folder.yaml'));
    expect(said(readSettingsFile(join(folder, 'folder.yaml'), folder))).toBe(
      'folder.yaml:1:1: this is not a file.\nfix: put a file of this name in its place.',
    );
  });
});
