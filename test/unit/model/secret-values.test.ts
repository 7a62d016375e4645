import { HIDDEN, SecretValues } from '../../../src/model/secret-values';

const secret = (fields: object) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db' }, ...fields });
const of = (fields: object) => SecretValues.of([secret(fields)]);

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
