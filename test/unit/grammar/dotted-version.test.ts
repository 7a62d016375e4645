import { dottedVersion, isOlder } from '../../../src/grammar/dotted-version';

describe('versions of numbers and dots', () => {
  it.each([
    ['1.13.0', [1, 13, 0]],
    ['v1.13', [1, 13]],
    ['v1.2.3-rc.1', [1, 2, 3]],
    ['1.2.3+build', [1, 2, 3]],
    ['latest', undefined],
    ['v1.x', undefined],
    ['', undefined],
  ])('reads %j', (text, numbers) => {
    expect(dottedVersion(text)).toEqual(numbers);
  });

  it.each([
    [[1, 9, 0], [1, 13, 0], true],
    [[1, 13, 0], [1, 9, 0], false],
    [[1, 13], [1, 13, 0], false],
    [[1, 13], [1, 13, 1], true],
    [[2], [1, 99], false],
  ])('says whether %j comes before %j', (version, than, older) => {
    expect(isOlder(version, than)).toBe(older);
  });
});
