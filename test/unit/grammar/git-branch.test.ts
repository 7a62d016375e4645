import { wrongBranch } from '../../../src/grammar/git-branch';

/** What `git check-ref-format --branch` of Git 2.47 says; and what Argo CD would put behind `refs/heads/`. */
describe('the name of a branch', () => {
  it.each(['main', 'release/1.2', 'a-b_c', 'origin/main', 'ä', '@a', 'a@b', 'x.y', '#1'])('may be %s', (name) =>
    expect(wrongBranch(name)).toBeUndefined(),
  );

  it.each([
    ['', 'it is empty'],
    ['refs/heads/main', 'the name alone is wanted, such as main'],
    ['refs/heads/', 'the name alone is wanted, such as main'],
    ['HEAD', 'it is not the name of a branch'],
    ['@', 'it is not the name of a branch'],
    ['-x', 'it begins with a hyphen'],
    ['a..b', '".." does not fit into it'],
    ['a@{1}', '"@{" does not fit into it'],
    ['x y', '" " does not fit into it'],
    ['*', '"*" does not fit into it'],
    ['a\tb', '"\\t" does not fit into it'],
    ['a\\b', '"\\\\" does not fit into it'],
    ['/main', 'a part of it is empty'],
    ['a//b', 'a part of it is empty'],
    ['main/', 'a part of it is empty'],
    ['.hidden', 'its part ".hidden" is not allowed'],
    ['a/main.lock', 'its part "main.lock" is not allowed'],
    ['main.', 'it ends with a point'],
  ])('cannot be %j: %s', (name, why) => expect(wrongBranch(name)).toBe(why));
});
