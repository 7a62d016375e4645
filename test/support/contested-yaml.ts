/** The beginning of each of these files. */
export const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';

const CONTROL = 'is a control character, and kubectl refuses it; leave it out, or write it as an escape';
const SEPARATOR =
  'kubectl takes a line that begins with `---` for the end of a document, and refuses what follows in the line; begin the document on the next line, or indent the text';
const MERGED_OVER =
  '`<<` stands behind a key that it brings too, and Go takes what is merged; put `<<` first, so that the key counts';

/** YAML that kubectl reads in its own way: what follows the head, why it is not read here, and what kubectl makes of it. */
export const CONTESTED: readonly (readonly [yaml: string, why: string, kubectl: 'refuses' | object])[] = [
  ['data:\n  ~: v\n', 'null cannot be a key; quote it', 'refuses'],
  ['data:\n  : v\n', 'null cannot be a key; quote it', 'refuses'],
  [
    'data: { name: {{ .Values.name }} }\n',
    'a list or a map cannot be a key; where this is a template, render it first (`helm template`)',
    'refuses',
  ],
  [
    'data:\n  [a]: v\n',
    'a list or a map cannot be a key; where this is a template, render it first (`helm template`)',
    'refuses',
  ],
  [
    'x: &x { a: 1 }\ndata:\n  *x : v\n',
    'a list or a map cannot be a key; where this is a template, render it first (`helm template`)',
    'refuses',
  ],
  ['data:\n  1.5e300: v\n', 'Go writes the number 1.5e300 as a key in its own way; quote it', { '.inf': 'v' }],
  ['data:\n  3.1415926: v\n', 'Go writes the number 3.1415926 as a key in its own way; quote it', { '3.1415925': 'v' }],
  [
    'data:\n  16777217.0: v\n',
    'Go writes the number 16777217.0 as a key in its own way; quote it',
    { '1.6777216e+07': 'v' },
  ],
  ['data:\n  1e-7: v\n', 'Go writes the number 1e-7 as a key in its own way; quote it', { '1e-07': 'v' }],
  ['data:\n  -0.0: v\n', 'Go writes the number -0.0 as a key in its own way; quote it', { '-0': 'v' }],
  ['data: { a: "\\ud83d" }\n', 'half of a character, as `\\ud83d` is, is not text', 'refuses'],
  ['data: { a: "\\/" }\n', 'YAML has no escape `\\/`; write `/`', 'refuses'],
  [
    "data: { a: 'x\u0085y' }\n",
    'the text holds a character that Go takes for the end of a line; write it as an escape',
    { a: 'x y' },
  ],
  ['data: { a: "x\u0001y" }\n', `U+0001 ${CONTROL}`, 'refuses'],
  ['data: { a: x } # \u007f\n', `U+007F ${CONTROL}`, 'refuses'],
  ['data:\n  a: "\n-----BEGIN CERTIFICATE-----\n"\n', SEPARATOR, 'refuses'],
  [`--- { a: b }\n---\n${HEAD}`, SEPARATOR, 'refuses'],
  ["x: &x { k: '1' }\ndata: { k: '9', <<: *x }\n", MERGED_OVER, { k: '1' }],
  ["x: &x { k: '1' }\nz: &z { <<: *x, l: '2' }\ndata: { k: '9', <<: [*z] }\n", MERGED_OVER, { k: '1', l: '2' }],
  ["data: { q: &q { k: '1' }, k: '2', <<: *q }\n", MERGED_OVER, { q: { k: '1' }, k: '1' }],
  [
    "x: &x { k: '1' }\nz: &z { k: '2' }\ndata: { <<: *x, <<: *z }\n",
    '`<<` stands twice in its map, and readers differ in which counts; merge a list of maps (`<<: [*a, *b]`)',
    { k: '2' },
  ],
  [`...\n${HEAD.replace('name: a', 'name: b')}`, 'kubectl reads nothing behind `...` unless a line `---` follows', {}],
];

/** What kubectl reads as it is read here. */
export const READ_ALIKE: readonly (readonly [yaml: string, data: object])[] = [
  [
    'data: { yes: a, 1: b, 0x10: c, 010: d, 1_000: e, 1.5: f, 0.25: h }\n',
    { true: 'a', '1': 'b', '16': 'c', '8': 'd', '1000': 'e', '1.5': 'f', '0.25': 'h' },
  ],
  ['data: { ? a : b, "c": "\\u2028\\U0001F600" }\n', { a: 'b', c: '\u2028\u{1F600}' }],
  ['data: { a: 2020-01-01, b: 12:30 }\n', { a: '2020-01-01', b: '12:30' }],
  ["x: &x { k: '1' }\ndata: { k2: '0', <<: *x, k: '9' }\n", { k2: '0', k: '9' }],
  ["x: &x { k: '1' }\nz: &z { k: '2', l: '3' }\ndata: { <<: [*x, *z], l: '4' }\n", { k: '1', l: '4' }],
  ['data: { "~": a, "null": b, "1e-7": c }\n...\n---\n', { '~': 'a', null: 'b', '1e-7': 'c' }],
];
