import { countJobIndexes, wrongJobIndexes } from '../../../src/grammar/job-indexes';

describe('indexes of a Job', () => {
  it.each(['', '0', '0,2', '1-3', '0,2-3'])('takes "%s"', (text) => {
    expect(wrongJobIndexes(text, 4)).toBeUndefined();
  });

  it.each([
    ['5-1', '1 does not come after 5'],
    ['1-1', '1 does not come after 1'],
    ['2,1', '1 does not come after 2'],
    ['0-4', 'the indexes end with 3, and it names 4'],
    ['1-2-3', '"1-2-3" is neither an index nor two with a hyphen between them'],
    ['0,', '"" is neither an index nor two with a hyphen between them'],
  ])('refuses "%s"', (text, why) => {
    expect(wrongJobIndexes(text, text === '5-1' ? undefined : 4)).toBe(why);
  });

  it('counts them', () => {
    expect(['', '0', '0,2-4'].map(countJobIndexes)).toEqual([0, 1, 4]);
  });
});
