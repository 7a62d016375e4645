import { parse } from 'yaml';
import { readCanonical } from '../../../../src/load/canonical-yaml';
import type { JsonObject } from '../../../../src/model/json';
import { stringifyYaml } from '../../../../src/render/yaml/stringify';
import { everywhere } from '../../../support/yaml-models';
import { HAZARDS } from './hazards';

const write = (value: unknown) => stringifyYaml(value as JsonObject);

describe('writing YAML that every reader takes the same way', () => {
  it.each(HAZARDS.map(([resembles, text]) => [resembles, JSON.stringify(text).slice(0, 60), text]))(
    'keeps what resembles %s in every position: %s',
    (_resembles, _shown, text) => {
      if (text === '__proto__') return;
      const written = write(everywhere(text));
      for (const version of ['1.1', '1.2'] as const) {
        expect(parse(written, { version, merge: true })).toEqual(everywhere(text));
      }
    },
  );

  it('orders keys, leaves as few quotes as is safe, and keeps scripts readable', () => {
    const value = {
      spec: {
        args: ['--port=8080', '-c', '-1', '--', 'serve the shop', 'a: b'],
        image: 'nginx:1.27',
        role: 'arn:aws:iam::111122223333:role/shop',
        'a b': "it's (quoted)",
        version: '1.10',
        patch: '1.10.3',
        flag: 'on',
        port: 80,
        cidr: '10.0.0.0/16',
        cpu: '250m',
        interval: '30s',
        commit: '7e5',
        time: '12:30',
        schedule: '*/5 * * * *',
        empty: {},
        none: [],
        left: undefined,
        '10': 'b',
        '9': 'a',
        nested: [[1, [2]], [], [{}], { b: true, a: null }],
      },
      metadata: { name: 'web' },
      data: { 'run.sh': '#!/bin/sh\nset -e\n\nexit 0\n', 'two.txt': 'a\nb' },
      kind: 'Example',
      apiVersion: 'v1',
    };
    expect(write(value)).toBe(`apiVersion: v1
kind: Example
metadata:
  name: web
data:
  run.sh: |
    #!/bin/sh
    set -e

    exit 0
  two.txt: |-
    a
    b
spec:
  "10": b
  "9": a
  "a b": it's (quoted)
  args:
    - --port=8080
    - -c
    - "-1"
    - "--"
    - serve the shop
    - "a: b"
  cidr: 10.0.0.0/16
  commit: "7e5"
  cpu: 250m
  empty: {}
  flag: "on"
  image: nginx:1.27
  interval: 30s
  nested:
    -
      - 1
      -
        - 2
    - []
    -
      - {}
    - a: null
      b: true
  none: []
  patch: 1.10.3
  port: 80
  role: arn:aws:iam::111122223333:role/shop
  schedule: "*/5 * * * *"
  time: "12:30"
  version: "1.10"
`);
  });

  it('8.7 puts the name of an item of a list first, and of nothing else', () => {
    const named = { image: 'nginx:1.27', name: 'web', Zone: 'a' };
    expect(write({ list: [named, { b: 1, name: undefined, a: named }], map: named })).toBe(`list:
  - name: web
    Zone: a
    image: nginx:1.27
  - a:
      Zone: a
      image: nginx:1.27
      name: web
    b: 1
map:
  Zone: a
  image: nginx:1.27
  name: web
`);
  });

  const PLAIN = [
    ...['./config.yaml', '../a/b', 'wget -qO- http://x:80/health', 'a :b', '0 0 * * *', '0,30 8-18/2 1 JAN-MAR MON'],
    ...['1h30m', '5m0s', '1d', '100ms', '1.2.3-rc.1', '1.14.0-eksbuild.1', '100Ki'],
  ];

  it.each(PLAIN)('leaves %s without quotes, and reads it again', (text) => {
    expect(write({ a: text, b: [text] })).toBe(`a: ${text}\nb:\n  - ${text}\n`);
    expect(readCanonical(write({ a: text, b: [text] }))).toEqual({ a: text, b: [text] });
  });

  const QUOTED = [
    ...['a: b', 'a b:', '.', '..', './', '.5', '.e1', '...', '0 0 * *', '0 0 * * * *', '0 0  * * *', '0 0 * * 1:'],
    ...['1h 30m', '1e5', '1.5h2', '1.2-rc', '1.2.3-1', '1.2.3-', '12:30', '2024-01-01'],
  ];

  it.each(QUOTED)('keeps %s in quotes', (text) => expect(write({ a: text })).toBe(`a: "${text}"\n`));

  const SINGLE = [
    '[{"HTTP":80}]',
    '{"a": "b"}',
    'say "hi": now',
    '"',
    '\\',
    '^/v\\d+$',
    '- "a" #b',
    '"a": b',
    'é "日本語"',
  ];

  it.each(SINGLE)('8.7 puts %s between single quotes, without a backslash', (text) => {
    expect(write({ a: text, b: [text] })).toBe(`a: '${text}'\nb:\n  - '${text}'\n`);
    expect(readCanonical(write({ a: text, b: [text] }))).toEqual({ a: text, b: [text] });
  });

  it('8.7 keeps double quotes where single ones would need an escape too', () => {
    expect(write({ a: `it's "so"`, b: 'a\t"b"' })).toBe('a: "it\'s \\"so\\""\nb: "a\\t\\"b\\""\n');
  });

  it('escapes what no screen shows, and leaves other scripts as they are', () => {
    expect(write({ a: 'x\u00a0\u200b\u2028\ufeff\u{e0041}"\\\t\r\n', b: 'é 日本語 😀 👩\u200d👧' })).toBe(
      'a: "x\\xa0\\u200b\\u2028\\ufeff\\U000e0041\\"\\\\\\t\\r\\n"\nb: "é 日本語 😀 👩\\u200d👧"\n',
    );
  });

  it('marks a key that a reader would give up on', () => {
    const long = 'k'.repeat(1001);
    expect(write({ [long]: { b: 1 }, list: [{ [long]: 'v' }] })).toBe(
      `? ${long}\n:\n  b: 1\nlist:\n  - ? ${long}\n    : v\n`,
    );
  });

  it('writes no anchor for a value that occurs twice', () => {
    const shared = { a: 1 };
    expect(write({ p: shared, q: shared })).toBe('p:\n  a: 1\nq:\n  a: 1\n');
  });

  it('keeps keys that JavaScript treats in a special way, also without a prototype', () => {
    const data = Object.assign(Object.create(null), { constructor: 'c' });
    Object.defineProperty(data, '__proto__', { value: 'kept', enumerable: true });
    expect(write({ data })).toBe('data:\n  "__proto__": kept\n  constructor: c\n');
  });

  it('writes a bigint in full and minus zero as zero', () => {
    expect(write({ a: 9007199254740993n, b: -0, c: 1.5, d: -3 })).toBe('a: 9007199254740993\nb: 0\nc: 1.5\nd: -3\n');
    expect(write({ a: 2n ** 64n - 1n, b: -(2n ** 63n) })).toBe('a: 18446744073709551615\nb: -9223372036854775808\n');
  });

  it('writes an empty object', () => {
    expect(write({ a: undefined })).toBe('{}\n');
    expect(write({ a: [{ b: undefined }] })).toBe('a:\n  - {}\n');
  });
});
