import { minorOf, stepsBetween } from '../../../../src/model/upgrade/path';

describe('the way of an upgrade', () => {
  it.each([
    ['1.34', 34],
    ['v1.34.2-eksbuild.1', 34],
    ['1.34.0-20260101', 34],
    ['next', Number.NaN],
  ])('reads the minor version of %s', (text, minor) => {
    expect(minorOf(text)).toBe(minor);
  });

  it('takes one minor version at a time, and none where it does not rise', () => {
    expect([stepsBetween('1.33', '1.36'), stepsBetween('1.34', '1.34'), stepsBetween('1.34', '1.33')]).toEqual([
      ['1.34', '1.35', '1.36'],
      [],
      [],
    ]);
  });
});
