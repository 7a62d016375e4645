import { authChallenges } from '../../../src/grammar/auth-challenge';

describe('challenges of a server', () => {
  it('are read with their parameters, in their order', () => {
    expect(
      authChallenges(
        'Basic realm="a, b", Bearer realm="https://x/token",service=registry,scope="repository:a/b:pull,push"',
      ),
    ).toEqual([
      { scheme: 'basic', parameters: { realm: 'a, b' } },
      {
        scheme: 'bearer',
        parameters: { realm: 'https://x/token', service: 'registry', scope: 'repository:a/b:pull,push' },
      },
    ]);
    expect(authChallenges('Negotiate, Basic realm="say \\"no\\""')).toEqual([
      { scheme: 'negotiate', parameters: {} },
      { scheme: 'basic', parameters: { realm: 'say "no"' } },
    ]);
  });

  it('end where they cannot be read', () => {
    expect(authChallenges('')).toEqual([]);
    expect(authChallenges('realm="x"')).toEqual([]);
    expect(authChallenges('Bearer realm="open')).toEqual([{ scheme: 'bearer', parameters: {} }]);
    expect(authChallenges(`Basic ${'a="b", '.repeat(1000)}`)).toHaveLength(1);
  });
});
