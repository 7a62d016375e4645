import { parse } from 'yaml';
import type { JsonObject } from '../../../src/model/json';
import { stringifyYaml, YamlError } from '../../../src/render/yaml/stringify';
import { messageOf } from '../../support/thrown';

/** What one of the YAML versions, or one of the readers, takes for something else. */
const HAZARDS = [
  ...'y Y n N yes Yes YES no No NO on On ON off Off OFF true True TRUE false False FALSE nO tRue'.split(' '),
  ...[
    '~',
    'null',
    'Null',
    'NULL',
    '',
    '0755',
    '00',
    '08',
    '09',
    '0o17',
    '0O17',
    '0x10',
    '0X1F',
    '0b101',
    '0B1',
    '1_000',
    '0_',
    '1__0',
  ],
  ...[
    '685_230.15',
    '1e3',
    '1E3',
    '12e03',
    '7e5',
    '0e12345',
    '.5',
    '5.',
    '1.10',
    '1e400',
    '.inf',
    '-.INF',
    '.nan',
    'NaN',
    '12:30',
    '1:30:00',
  ],
  ...[
    '2024-01-01',
    '2024-01-01T00:00:00Z',
    '=',
    '<<',
    '-',
    '?',
    ':',
    '- a',
    '? a',
    ': a',
    'a: b',
    'a #b',
    '#a',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '%a',
  ],
  ...[
    '@a',
    '`a`',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '\\',
    '---',
    '...',
    '--- a',
    'a\n---\nb',
    '\n---\n',
    '%YAML 1.2',
    ' a',
    'a ',
    'a\t',
    '\ta',
  ],
  ...[
    '\t\na',
    'a \nb',
    '  a\n b\n',
    ' \n',
    '\n',
    'a\n',
    'a\n\n',
    'a\n\n\n',
    'a\nb',
    'a\n\nb\n',
    'a\n  b\nc\n',
    '\r',
    'a\r\nb',
    'x'.repeat(300),
  ],
  ...[
    'a\u2028b',
    'a\u2029b',
    'a\ufeffb',
    '\ufeffa',
    'a\u00a0b',
    'a\u200bb',
    'a\u202eb',
    'é',
    'e\u0301',
    '😀',
    '😀\nb\n',
    '__proto__',
    'constructor',
  ],
  ...[
    'nginx:1.27',
    'a:',
    'arn:aws:iam::111122223333:role/x',
    '10.0.0.0/16',
    '1.2.3',
    '100m',
    '1.5Gi',
    '50%',
    '80',
    '012345678901',
    'k8s.io/a',
    'a,b',
    '-1',
    '+1',
  ],
  ...[
    '{{ .Values.x }}',
    '$(A)',
    '[{"HTTP":80}]',
    'a\u0085b'.replace('\u0085', ''),
    'null\n',
    'a: |\n  b',
    '!!str a',
    'key: [a',
    '"a',
    "it's",
  ],
];

function reads(text: string, value: JsonObject): void {
  for (const version of ['1.1', '1.2'] as const) expect(parse(text, { version, merge: true })).toEqual(value);
}

describe('writing YAML that every reader takes the same way', () => {
  it.each(HAZARDS.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    'keeps %s as value, key, item and last value',
    (_shown, text) => {
      reads(stringifyYaml({ a: text, z: 'end' }), { a: text, z: 'end' });
      reads(stringifyYaml({ list: [text, { deep: [text] }], z: text }), { list: [text, { deep: [text] }], z: text });
      if (text !== '__proto__') reads(stringifyYaml({ m: { [text]: 'v' } }), { m: { [text]: 'v' } });
    },
  );

  it('orders keys, leaves as few quotes as is safe, and keeps scripts readable', () => {
    const value = {
      spec: {
        image: 'nginx:1.27',
        version: '1.10',
        flag: 'on',
        port: 80,
        cidr: '10.0.0.0/16',
        cpu: '250m',
        empty: {},
        none: [],
        '10': 'b',
        '9': 'a',
      },
      metadata: { name: 'web' },
      data: { 'run.sh': '#!/bin/sh\nset -e\n\nexit 0\n' },
      kind: 'Example',
      apiVersion: 'v1',
    };
    expect(stringifyYaml(value)).toBe(`apiVersion: v1
kind: Example
metadata:
  name: web
data:
  run.sh: |
    #!/bin/sh
    set -e

    exit 0
spec:
  "10": b
  "9": a
  cidr: 10.0.0.0/16
  cpu: 250m
  empty: {}
  flag: "on"
  image: nginx:1.27
  none: []
  port: 80
  version: "1.10"
`);
  });

  it('writes no anchor for a value that occurs twice', () => {
    const shared = { a: 1 };
    expect(stringifyYaml({ p: shared, q: shared })).toBe('p:\n  a: 1\nq:\n  a: 1\n');
  });

  it('keeps keys that JavaScript treats in a special way', () => {
    const data = Object.defineProperty(Object.create(null), '__proto__', { value: 'kept', enumerable: true });
    expect(stringifyYaml({ data: { ...{ constructor: 'c' } }, other: data })).toBe(
      'data:\n  constructor: c\nother:\n  "__proto__": kept\n',
    );
  });

  const loop: { self?: unknown } = {};
  loop.self = loop;
  it.each([
    ['a number that is none', { a: Number.NaN }, 'a is NaN, which JSON and so Kubernetes cannot hold.'],
    [
      'a number JavaScript cannot hold',
      { a: [9007199254740992] },
      'a[0] is 9007199254740992, which JavaScript can no longer hold exactly; give a bigint or a string.',
    ],
    [
      'a hole',
      { a: [undefined] },
      'a[0] is undefined inside a list; only plain maps, lists, strings, booleans and whole numbers can be written.',
    ],
    [
      'a function',
      { a: () => 1 },
      'a is a function; only plain maps, lists, strings, booleans and whole numbers can be written.',
    ],
    [
      'a date',
      { a: new Date(0) },
      'a is a Date; only plain maps, lists, strings, booleans and whole numbers can be written.',
    ],
    [
      'a map of JavaScript',
      { a: new Map() },
      'a is a Map; only plain maps, lists, strings, booleans and whole numbers can be written.',
    ],
    ['NUL', { a: 'x\u0000' }, 'a holds U+0000, which some YAML reader refuses or changes.'],
    ['NEL', { a: 'x\u0085y' }, 'a holds U+0085, which some YAML reader refuses or changes.'],
    ['DEL in a key', { 'x\u007f': 'a' }, '["x\u007f"] holds U+007F, which some YAML reader refuses or changes.'],
    ['half a character', { a: '\ud800' }, 'a holds U+D800, which some YAML reader refuses or changes.'],
    ['what is no character', { a: '\uffff' }, 'a holds U+FFFF, which some YAML reader refuses or changes.'],
    [
      'the words that make Argo CD skip the file',
      { a: 'x +argocd:skip-file-rendering' },
      'a holds "+argocd:skip-file-rendering", which makes Argo CD leave the object out without a word.',
    ],
  ])('refuses %s, naming the field', (_what, value, message) => {
    expect(messageOf(() => stringifyYaml(value as unknown as JsonObject))).toBe(message);
    expect(() => stringifyYaml(value as unknown as JsonObject)).toThrow(YamlError);
  });

  it('refuses a value that contains itself', () => {
    expect(() => stringifyYaml(loop as unknown as JsonObject)).toThrow(YamlError);
  });

  it('writes a bigint in full and minus zero as zero', () => {
    expect(stringifyYaml({ a: 9007199254740993n, b: -0, c: 1.5, d: -3 })).toBe(
      'a: 9007199254740993\nb: 0\nc: 1.5\nd: -3\n',
    );
  });
});
