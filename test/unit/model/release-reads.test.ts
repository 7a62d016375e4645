import type { Environment } from '../../../src/model/environment';
import { entryKey, type ReleaseReads, watchReads } from '../../../src/model/release-reads';
import { eksEnvironment } from '../../support/environment';

type Read = (environment: Environment) => unknown;

const GIVEN: Environment = {
  ...eksEnvironment(),
  values: Object.freeze({ table: 'orders', host: 'db' }),
  release: { apps: { shop: { images: {}, flags: Object.freeze({ beta: true, cart: false }) } } },
};
const flags = (given: Environment) => given.release.apps['shop']?.flags ?? {};

function readsOf(read: Read): readonly string[] {
  const reads: ReleaseReads = new Set();
  read(watchReads(GIVEN, reads));
  return [...reads];
}

describe('what is asked of values and of a release', () => {
  const beta = entryKey(['apps', 'shop', 'flags', 'beta']);
  const cart = entryKey(['apps', 'shop', 'flags', 'cart']);
  it.each<[string, Read, readonly string[]]>([
    ["flags['beta']", (given) => flags(given)['beta'], [beta]],
    ["'beta' in flags", (given) => 'beta' in flags(given), [beta]],
    ['Object.hasOwn(flags, "beta")', (given) => Object.hasOwn(flags(given), 'beta'), [beta]],
    ['Object.keys(flags)', (given) => Object.keys(flags(given)), [beta, cart]],
    ['Object.entries(flags)', (given) => Object.entries(flags(given)), [beta, cart]],
    ['{ ...flags }', (given) => ({ ...flags(given) }), [beta, cart]],
    ["values['table']", (given) => given.values['table'], [entryKey(['values', 'table'])]],
    ['a value that is not there', (given) => given.values['tabel'], [entryKey(['values', 'tabel'])]],
    ["'table' in values", (given) => 'table' in given.values, [entryKey(['values', 'table'])]],
    ['the map of flags alone', (given) => flags(given), []],
  ])('1.5 %s is a reading', (_how, read, reads) => expect(readsOf(read)).toEqual(reads));

  it('1.5 what is watched is the same, and frozen', () => {
    const watched = watchReads(GIVEN, new Set());
    expect([watched.values, flags(watched)]).toEqual([GIVEN.values, flags(GIVEN)]);
    expect([watched, watched.values, flags(watched)].every(Object.isFrozen)).toBe(true);
    expect(() => Object.assign(watched.values, { table: 'mine' })).toThrow(TypeError);
  });
});
