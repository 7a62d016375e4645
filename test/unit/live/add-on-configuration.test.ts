import { configurationOf } from '../../../src/live/readings/add-on-configuration';

const HIDDEN = '(not written: its key sounds like a secret)';

describe('the configuration of an add-on', () => {
  it.each<[string, string | undefined, unknown]>([
    ['nothing', undefined, undefined],
    ['an empty text', ' \n', undefined],
    ['JSON, with sorted keys', '{"b":[{"d":1,"c":true}],"a":null}', { a: null, b: [{ c: true, d: 1 }] }],
    ['YAML', 'replicaCount: 2\n', { replicaCount: 2 }],
    [
      'a secret',
      '{"auth":{"password":"x","apiKey":"y","user":"z"}}',
      { auth: { password: HIDDEN, apiKey: HIDDEN, user: 'z' } },
    ],
    ['a secret of digits', '{"token":123456}', { token: HIDDEN }],
    [
      'a variable that is secret',
      '{"env":[{"name":"DB_PASSWORD","value":"x"},{"name":"MODE","value":"y"}]}',
      {
        env: [
          { name: 'DB_PASSWORD', value: HIDDEN },
          { name: 'MODE', value: 'y' },
        ],
      },
    ],
    ['a switch about secrets', '{"createSecret":true}', { createSecret: true }],
    ['what is not YAML', '{"a":', '(not written: it is not JSON or YAML)'],
  ])('%s', (_what, text, wanted) => expect(configurationOf(text)).toEqual(wanted));
});
