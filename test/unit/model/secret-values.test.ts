import { HIDDEN, SecretValues } from '../../../src/model/secret-values';

const secret = (fields: object) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db' }, ...fields });
const of = (fields: object) => SecretValues.of([secret(fields)]);

const lines = (count: number, start: string) => Array.from({ length: count }, (_, at) => `${start}${at}=v`).join('\n');
const alike = (count: number, start: string) =>
  Array.from({ length: count }, (_, at): [string, string] => [`k${at}`, `${start}${at}`]);

describe('what a Secret holds', () => {
  const values = of({
    stringData: { password: 'correct horse "battery"', pin: '4711' },
    data: { tls: 'aGVsbG8gd29ybGQ=' },
  });

  it.each([
    ['as it is', 'cannot log in with correct horse "battery"!', `cannot log in with ${HIDDEN}!`],
    ['inside of JSON', '{"a":"correct horse \\"battery\\""}', `{"a":"${HIDDEN}"}`],
    ['in base64', `found ${Buffer.from('correct horse "battery"').toString('base64')}`, `found ${HIDDEN}`],
    ['decoded', 'got hello world', `got ${HIDDEN}`],
    ['as data', 'got aGVsbG8gd29ybGQ=.', `got ${HIDDEN}.`],
    ['cut', 'got "correct hor…"', `got "${HIDDEN}…"`],
    ['short, as a word', 'pin 4711 is not 4711.', `pin ${HIDDEN} is not ${HIDDEN}.`],
    ['twice', 'hello world hello world', `${HIDDEN} ${HIDDEN}`],
  ])('5.1 is in no text: %s', (_how, text, shown) => expect(values.hide(text)).toBe(shown));

  it.each([
    '{"user":"admin","password": hunter2-of-the-lake}',
    'hunter2-of-the-lake',
    '[1, 2, x hunter2-of-the-lake]',
    '{"a": "hunter2-of-the-lake" "b"}',
  ])('5.1 is in no text: the middle of it, as JSON.parse quotes %s', (text) => {
    let said = '';
    try {
      JSON.parse(text);
    } catch (error) {
      said = String(error);
    }
    const shown = of({ stringData: { config: text } }).hide(said);
    expect([said.includes('JSON'), /hunter|lake|assword|admin/.test(shown)]).toEqual([true, false]);
    expect(of({ stringData: { other: 'nothing of this kind' } }).hide(said)).toBe(said);
  });

  it('leaves alone what only looks like it', () => {
    for (const text of ['port 47110 of x4711', 'tls.4711', 'a-4711/b', '4711.5', 'correct horses', 'hello wor', ''])
      expect(values.hide(text)).toBe(text);
  });

  it('5.1 is in no text: a line of a key', () => {
    const key = '-----BEGIN KEY-----\nMIIEowIBAAKCAQEA\n-----END KEY-----\n';
    expect(of({ stringData: { key } }).hide('bad line MIIEowIBAAKCAQEA')).toBe(`bad line ${HIDDEN}`);
  });

  it('5.1 is in no text: a number where text is wanted', () =>
    expect(of({ stringData: { a: 99999999999999999999999n } }).hide('is 99999999999999999999999, which')).toBe(
      `is ${HIDDEN}, which`,
    ));

  it('5.1 is in no text: an annotation, and the copy of what was applied', () => {
    const copy = JSON.stringify(secret({ stringData: { password: 'tell nobody' } }));
    const annotations = {
      'kubectl.kubernetes.io/last-applied-configuration': copy,
      'example.com/token': 'xyzzy-plugh',
      'argocd.argoproj.io/sync-options': 'Prune=false',
    };
    const values = of({ metadata: { name: 'db', annotations } });
    expect(values.hide('tell nobody xyzzy-plugh Prune=false')).toBe(`${HIDDEN} ${HIDDEN} Prune=false`);
  });

  it('5.1 is in no text: of a Secret that another object carries', () => {
    const carrier = { kind: 'Object', spec: { manifests: [secret({ stringData: { a: 'tell nobody' } })] } };
    expect(SecretValues.of([carrier]).hide('tell nobody')).toBe(HIDDEN);
  });

  it.each([
    ['a misspelled field', { stringdata: { a: 'tell nobody' } }, 'no tell nobody'],
    ['a text in the place of a map', { stringData: 'tell nobody' }, 'no tell nobody'],
    ['an item of a list', { kind: 'SecretList', items: [{ stringData: { a: 'tell nobody' } }] }, 'no tell nobody'],
    ['without the space around it', { stringData: { pin: '4711\n' } }, 'no 4711'],
    ['cut by three dots', { stringData: { a: 'tell nobody anything' } }, 'no tell nobody... is not'],
    ['cut, as JSON.parse quotes it', { stringData: { a: 'tell nobody anything' } }, 'no tell nobody"... is not'],
    ['encoded for an address', { stringData: { a: 'tell/nobody anything' } }, 'no tell%2Fnobody%20anything'],
    [
      'the password of an address',
      { stringData: { a: 'postgres://shop:n0body%21@db/shop' } },
      'no n0body%21 no n0body!',
    ],
    ['a password of YAML', { stringData: { a: 'user: admin\npassword: "n0body!"\n' } }, 'no n0body!'],
    ['a variable', { stringData: { a: 'HOST=a\nexport DB_PASSWORD=n0body!' } }, 'no n0body!'],
    ['a password of JSON', { stringData: { a: '{"user":"admin","passwords":["n0body!"]}' } }, 'no n0body!'],
    [
      'a password of a Docker configuration',
      { stringData: { a: JSON.stringify({ auths: { x: { auth: Buffer.from('ci:n0body!').toString('base64') } } }) } },
      'no n0body!',
    ],
  ])('5.1 is in no text: %s', (_which, fields, text) => {
    const shown = of(fields).hide(text);
    expect(shown.replaceAll(HIDDEN, '?')).toMatch(/^no \?(?: no \?|"?\.\.\. is not)?$/);
  });

  it('hides no part that says little', () => {
    const values = of({ stringData: { a: 'AUTH_ENABLED=true\nuser: administrator\nhttps://example.com/a:b@c' } });
    expect(values.hide('true, administrator and b@c')).toBe('true, administrator and b@c');
  });

  it('5.1 is told by its beginning, where the text goes on in another way', () => {
    const start = 'a'.repeat(100);
    const values = of({ stringData: { a: `${start}b`, c: `${start.slice(1)}d` } });
    expect(values.hide(`no ${start}c`)).toBe(`no ${HIDDEN}c`);
  });

  it('finds the longest of values that begin with each other', () => {
    const values = of({
      stringData: { a: 'tell nobody', b: 'tell nobody of it', c: 'tell nobody of', d: 'tell nobody zz' },
    });
    for (const text of ['tell nobody', 'tell nobody of it', 'tell nobody of', 'tell nobody zz'])
      expect(values.hide(`(${text})`)).toBe(`(${HIDDEN})`);
    expect(values.hide('tell nobody off it')).toBe(`${HIDDEN}f it`);
    expect(values.hide('tell nobody zy')).toBe(`${HIDDEN} zy`);
  });

  // Of these sizes, what looks at each value for each place, or at each place for all that is alike, takes hours.
  it.each<[string, object, string]>([
    [
      'a hundred thousand lines that begin alike',
      { a: lines(100_000, 'DB_VARIABLE_') },
      'DB_VARIABLE_x '.repeat(10_000),
    ],
    ['a long value of one letter', { a: 'a'.repeat(2_000_000) }, `${'a'.repeat(1_000_000)}b`],
    ['short runs of one letter', { a: 'a'.repeat(2_000_000) }, `${'a'.repeat(50)}b`.repeat(1000)],
    ['values that begin alike', Object.fromEntries(alike(3000, 'x'.repeat(1000))), `${'x'.repeat(1000)}y`.repeat(100)],
    ['a value without an end of words', { a: `${'a'.repeat(1_000_000)}` }, 'a:a@'.repeat(100_000)],
  ])('5.1 is found in no time: %s', (_which, stringData, text) => {
    const shown = of({ stringData }).hide(text);
    expect(shown.length).toBeLessThanOrEqual(text.length);
  });

  it('hides inside of values, and in numbers', () =>
    expect(values.hideIn({ a: ['hello world', 4711, true, null], b: { c: 'x' } })).toEqual({
      a: [HIDDEN, HIDDEN, true, null],
      b: { c: 'x' },
    }));

  it('says of no Secret that there is nothing to hide', () =>
    expect([SecretValues.of([{ kind: 'ConfigMap', data: { a: 'abcdefgh' } }]).isEmpty, of({}).isEmpty]).toEqual([
      true,
      true,
    ]));
});
