import type { ServerResponse } from 'node:http';
import { type Answer, basicOf, DIGEST, say, withRegistry, withTokens } from '../../../support/registry';
import { Person } from './person';

describe('a registry that wants a login', () => {
  let person: Person;
  beforeEach(() => {
    person = new Person();
  });
  afterEach(() => person.remove());

  it('is asked without one first, and with a token that nobody pays for', async () => {
    await withRegistry(
      withTokens(() => true),
      async (registry) => {
        expect(await person.ask(registry)).toEqual({ digest: DIGEST });
        expect(registry.asked[1]?.path).toBe('/token?service=test&scope=repository%3Ashop%2Fweb%3Apull');
        expect(registry.asked[1]?.headers.authorization).toBeUndefined();
      },
    );
  });

  it('takes the login that Docker wrote down', async () => {
    const paid = withTokens(({ headers }) => headers.authorization === basicOf('anna', 'se:cret'));
    await withRegistry(paid, async (registry) => {
      person.docker({ auths: { [registry.host]: { auth: Buffer.from('anna:se:cret').toString('base64') } } });
      expect(await person.ask(registry)).toEqual({ digest: DIGEST });
    });
  });

  it('takes a token of a person that buys others', async () => {
    const paid = withTokens(
      ({ method, body }) => method === 'POST' && new URLSearchParams(body).get('refresh_token') === 'mine',
    );
    await withRegistry(paid, async (registry) => {
      person.docker({ auths: { [`https://${registry.host}/v1/`]: { identitytoken: 'mine' } } });
      expect(await person.ask(registry)).toEqual({ digest: DIGEST });
    });
  });

  it('takes what a helper keeps, also where a password is wanted at once', async () => {
    const basic: Answer = ({ headers }, response) => {
      if (headers.authorization === basicOf('AWS', 'kept')) return false;
      response.setHeader('www-authenticate', 'Basic realm="here",service="ecr.amazonaws.com"');
      say(response, 401, {});
      return true;
    };
    await withRegistry(basic, async (registry) => {
      const env = person.helper(
        `read server; [ "$server" = "${registry.host}" ] && echo '{"Username":"AWS","Secret":"kept"}'`,
      );
      person.docker({ credHelpers: { [registry.host]: 'test' } });
      expect(await person.ask(registry, { docker: { env, home: person.home } })).toEqual({ digest: DIGEST });
    });
  });

  it('says who was refused, and never with which secret', async () => {
    const never = withTokens(() => false);
    const login =
      'run `docker login HOST` before, and see that the name is right: many registries answer so for a repository that is not there.';
    expect(await person.said(never)).toEqual([
      'LIVE',
      'HOST does not let HOST/shop/web:1.5.0 be read (401); it was asked with no credential: none was found for it.',
      login,
    ]);
    await withRegistry(never, async (registry) => {
      person.docker({ auths: { [registry.host]: { username: 'anna', password: 'secret' } } });
      const found = JSON.stringify(await person.ask(registry));
      expect(found).toContain(`it was asked with the login of ${registry.host} in config.json of Docker.`);
      expect(found).not.toMatch(/secret|anna/);
    });
  });

  it('says what is wrong with a helper, and nothing of what it prints', async () => {
    const broken = (script: string) =>
      withRegistry(
        withTokens(() => false),
        async (registry) => {
          const env = person.helper(script);
          person.docker({ credsStore: 'test' });
          const found = await person.ask(registry, { docker: { env, home: person.home } });
          return 'problem' in found ? found.problem.message.replaceAll(registry.host, 'HOST') : found.digest;
        },
      );
    const names = 'config.json of Docker names a credential helper, and the program docker-credential-test';
    expect(await broken('echo secret; exit 3')).toBe(`${names} gave no credential of HOST: it failed (exit code 3).`);
    expect(await broken('echo secret')).toBe(`${names} did not answer with Username and Secret.`);
    expect(await broken('echo "credentials not found in native keychain"; exit 1')).toContain(
      'asked with no credential',
    );
    person.docker({ credsStore: 'absent' });
    expect((await person.said(withTokens(() => false)))?.[1]).toContain(
      'the program docker-credential-absent gave no credential of HOST: it is not on the PATH.',
    );
  });

  it('says that a Docker configuration cannot be read, without a word of it', async () => {
    person.docker('{ "auths": { "secret');
    expect(await person.said(withTokens(() => false))).toEqual([
      'LIVE',
      'config.json of Docker is not a map in JSON.',
      'run `docker login` again, which writes it (~/.docker, or the folder that DOCKER_CONFIG names).',
    ]);
  });

  it('says what a token service answered, and sends a secret to no other place', async () => {
    const service = (answer: (response: ServerResponse) => void): Answer => {
      const registry = withTokens(() => true);
      return (asked, response) => {
        if (!asked.path.startsWith('/token')) return registry(asked, response);
        answer(response);
        return true;
      };
    };
    expect(await person.said(service((response) => say(response, 404, {})))).toEqual([
      'LIVE',
      'the token service of HOST at HOST answered without a token (status 404).',
      'see what answers there from here, by which proxy (a VPN, a sign-in page), and run the command again.',
    ]);
    expect((await person.said(service((response) => say(response, 200, { token: 'a\nb' }))))?.[1]).toBe(
      'the token service of HOST at HOST answered without a token (status 200).',
    );
    const elsewhere = service((response) => {
      response.statusCode = 307;
      response.setHeader('location', 'https://token.example.com/');
      response.end();
    });
    await withRegistry(elsewhere, async (registry) => {
      person.docker({ auths: { [registry.host]: { identitytoken: 'mine' } } });
      const found = await person.ask(registry);
      expect('problem' in found && found.problem.message).toBe(
        `${registry.host}, asked for ${registry.host}/shop/web:1.5.0, redirects a request for a token.`,
      );
    });
  });
});
