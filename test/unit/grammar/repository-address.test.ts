import { repositoryOf } from '../../../src/grammar/repository-address';

it.each([
  'https://git.example.com/team/one.git',
  'https://user@Git.example.com/team/one/',
  'ssh://git@git.example.com:22/team/one.git',
  'git@git.example.com:team/one.git',
  'git.example.com:/team/one',
])('%s is the repository git.example.com/team/one', (address) =>
  expect(repositoryOf(address)).toBe('git.example.com/team/one'),
);

it('a path and another host are others', () => {
  expect(repositoryOf('/srv/git/team/one.git')).toBe('/srv/git/team/one');
  expect(repositoryOf('https://git.example.org/team/one.git')).toBe('git.example.org/team/one');
});
