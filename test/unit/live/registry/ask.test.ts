import { type Answer, DIGEST, say, withRegistry, withTokens } from '../../../support/registry';
import { LIMITS, Person } from './person';

const NOTHING: Answer = () => false;

describe('a registry that does not answer at once', () => {
  let person: Person;
  beforeEach(() => {
    person = new Person();
  });
  afterEach(() => person.remove());

  it('is asked for again where the registry is busy or hangs up, and not for ever', async () => {
    let count = 0;
    const busy: Answer = (_asked, response) => {
      count += 1;
      if (count === 1) response.destroy();
      else if (count === 2) {
        response.setHeader('retry-after', '0');
        say(response, 429, {});
      } else if (count === 3) say(response, 503, {});
      return count <= 3;
    };
    expect(await person.said(busy)).toBe(DIGEST);
    expect(count).toBe(5);
    const always: Answer = (_asked, response) => {
      say(response, 429, {});
      return true;
    };
    expect(await person.said(always)).toEqual([
      'LIVE',
      'HOST allows no more requests now when asked for HOST/shop/web:1.5.0 (status 429).',
      'run the command again later, or log in: many registries allow more then.',
    ]);
  });

  it('is not waited for longer than the limit', async () => {
    const hanging: Answer = () => true;
    const seen = 'see what http://HOST/v2/ answers from here, by which proxy or VPN, and run the command again.';
    const limits = { ...LIMITS, seconds: 0.3 };
    const late = ['LIVE', 'HOST, asked for HOST/shop/web:1.5.0, did not end within 0.3 seconds.', seen];
    expect(await person.said(hanging, { limits })).toEqual(late);
    let drip: NodeJS.Timeout | undefined;
    const dripping: Answer = ({ method }, response) => {
      if (method === 'HEAD') return false;
      response.write('{');
      drip = setInterval(() => response.write(' '), 5);
      return true;
    };
    expect(await person.said(dripping, { limits })).toEqual(late);
    clearInterval(drip);
    const flood: Answer = ({ method }, response) => {
      if (method === 'HEAD') return false;
      response.end(' '.repeat(5000));
      return true;
    };
    expect(await person.said(flood)).toEqual([
      'LIVE',
      'HOST, asked for HOST/shop/web:1.5.0, has more than 4096 bytes.',
      seen,
    ]);
  });

  it('is looked for where the registry sends, without the credential, and over HTTPS alone', async () => {
    await withRegistry(NOTHING, async (second) => {
      const sending: Answer = ({ headers, path }, response) => {
        if (headers.authorization === undefined)
          return withTokens(() => true)({ headers, path, method: 'GET', body: '' }, response);
        response.statusCode = 307;
        response.setHeader('location', `http://${second.host}${path}`);
        response.end();
        return true;
      };
      expect(await person.said(sending)).toBe(DIGEST);
      expect(second.asked.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
    });
    const to =
      (location: string): Answer =>
      (_asked, response) => {
        response.statusCode = 307;
        response.setHeader('location', location);
        response.end();
        return true;
      };
    const message = async (location: string) => (await person.said(to(location)))?.[1];
    expect(await message('http://registry.example.com/v2/')).toBe(
      'HOST, asked for HOST/shop/web:1.5.0, redirects to http://registry.example.com, which is not encrypted.',
    );
    expect(await message('/again')).toBe('HOST, asked for HOST/shop/web:1.5.0, redirects more than 2 times.');
  });

  it('does not send a password to a token service in the open', async () => {
    const open: Answer = (_asked, response) => {
      response.setHeader('www-authenticate', 'Bearer realm="http://token.example.com/token"');
      say(response, 401, {});
      return true;
    };
    expect(await person.said(open)).toEqual([
      'LIVE',
      'HOST sends to a token service that cannot be asked ("http://token.example.com/token"): a credential is sent over HTTPS alone.',
      'let the registry name its token service by an https:// address.',
    ]);
  });

  it('says that nobody is there, and that TLS ends', async () => {
    const gone = await withRegistry(NOTHING, async (registry) => registry);
    const found = await person.ask(gone, { limits: { ...LIMITS, attempts: 1 } });
    expect(JSON.stringify(found)).toContain(`${gone.host} cannot be reached (ECONNREFUSED: `);
    await withRegistry(NOTHING, async (plain) => {
      const encrypted: Answer = (_asked, response) => {
        response.setHeader('www-authenticate', `Bearer realm="https://${plain.host}/token"`);
        say(response, 401, {});
        return true;
      };
      expect((await person.said(encrypted, { limits: { ...LIMITS, attempts: 1 } }))?.[1]).toMatch(
        /^HOST cannot be trusted: TLS ended with ERR_SSL_\w+\.$/,
      );
    });
  });
});
