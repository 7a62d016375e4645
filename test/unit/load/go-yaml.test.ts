import { parse, parseDocument } from 'yaml';
import { GO_YAML } from '../../../src/load/go-yaml';

const read = (text: string): unknown => parse(`- ${text}\n`, GO_YAML)[0];

const AS_GO_READS: readonly (readonly [string, unknown])[] = [
  ...([
    ['0o17', 15],
    ['0O17', 15],
    ['017', 15],
    ['0X1F', 31],
    ['0x1_F', 31],
    ['0B1', 1],
    ['-0b11', -3],
    ['0b-1', -1],
    ['0_', 0],
    ['+_1', 1],
    ['1_000', 1000],
    ['089', 89],
    ['-0', 0],
    ['18446744073709551615', 2 ** 64],
    ['18446744073709551616', 2 ** 64],
    ['0xffffffffffffffff', 2 ** 64],
  ] as const),
  ...([
    ['1.', 1],
    ['.5', 0.5],
    ['.5_0', 0.5],
    ['+.5', 0.5],
    ['1e3', 1000],
    ['1.5E-3', 0.0015],
    ['1e-400', 0],
    ['-0.0', -0],
    ['!!float 12', 12],
    ['!!int "0o17"', 15],
  ] as const),
  ...'12:30 1:20.5 190:20:30 2024-01-01 2024-01-01T00:00:00Z . .. ... ._5 e12 e1234567 _1 - + 1_x 0x 0o8 0b2'
    .split(' ')
    .map((text) => [text, text] as const),
  ...['0xfffffffffffffffffff', '0b-2', '1e400', '-.', '0x1p4', '1.2.3', '-e5', '+e5'].map(
    (text) => [text, text] as const,
  ),
  ...([
    ['2024-01-01 10:00:00', '2024-01-01 10:00:00'],
    ['!!binary aGVsbG8=', 'hello'],
    ['!!str 12', '12'],
    ['yes', true],
    ['Off', false],
    ['~', null],
  ] as const),
];

describe('YAML that others wrote', () => {
  it.each(AS_GO_READS.filter(([text]) => text !== '-' && text !== '...'))(
    '%s is read as Go reads it',
    (text, value) => {
      expect(read(text)).toBe(value);
    },
  );

  it.each(['.inf', '-.INF', '.nan', '!!int 1.5', '!!float x', '!!binary "?"', '!!binary /w=='])(
    '%s is refused, as Go refuses it or changes it',
    (text) => expect(parseDocument(text, GO_YAML).errors).toHaveLength(1),
  );

  it.each(['!!timestamp 2024-01-01', '!!set {a, b}', '!!omap [a: 1]', '!!pairs [a: 1]', '!own x'])(
    '%s has a tag that not every reader knows',
    (text) => expect(parseDocument(text, GO_YAML).warnings).toHaveLength(1),
  );

  it('merges maps', () => {
    expect(parse('a: &a {x: 1}\nb: {<<: *a, z: 0o7}\n', GO_YAML)).toEqual({ a: { x: 1 }, b: { x: 1, z: 7 } });
  });
});
