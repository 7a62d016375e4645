import { ForeignValues } from '../../../../src/checks/reads/foreign-values';
import { loadEnvironments } from '../../../../src/load/settings/environments';
import { ROOT } from '../../../support/project';

const all = loadEnvironments(ROOT);
const dev = all.find(({ name }) => name === 'dev');
if (dev === undefined) throw new Error('there is no environment dev');
const foreign = new ForeignValues(dev, all);
const found = (text: string) => foreign.in(text).map(({ value, what, owner }) => `${what} of ${owner}: ${value}`);

describe('ForeignValues', () => {
  it.each([
    ['prod.example.com', ['domain of prod: prod.example.com']],
    ['https://shop.prod.example.com/path', ['domain of prod: prod.example.com']],
    ['shop.prod.example.com.', ['domain of prod: prod.example.com']],
    ['a word and prod-eu-central-1, then more', ['cluster of prod: prod-eu-central-1']],
    [
      'prod.example.com and prod-eu-central-1',
      ['domain of prod: prod.example.com', 'cluster of prod: prod-eu-central-1'],
    ],
  ])('finds what is foreign in %s, in the order of the settings', (text, expected) => {
    expect(found(text)).toEqual(expected);
    // The same the second time.
    expect(found(text)).toEqual(expected);
  });

  it.each(['', 'dev.example.com', 'prod.example.community', 'my-prod-eu-central-1', 'prod-eu-central-10', 'prod'])(
    'takes nothing in %p for foreign',
    (text) => {
      expect(found(text)).toEqual([]);
      expect(found(text)).toEqual([]);
    },
  );

  it('takes no name that is a plain word, as many clusters have', () => {
    const [prod] = all.flatMap((one) => (one.name === 'prod' && one.platform === 'eks' ? one : []));
    if (prod === undefined) throw new Error('there is no environment prod');
    const words = new ForeignValues(dev, [dev, { ...prod, clusterName: 'games' }]);
    expect(words.in('https://games.example.org/')).toEqual([]);
    expect(words.in(prod.domain)).toHaveLength(1);
  });
});
