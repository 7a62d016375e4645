import { ecrLogin } from '../../../../src/live/ecr';
import { basicOf, DIGEST, say, withRegistry } from '../../../support/registry';
import { Person } from './person';

const HOST = '444455556666.dkr.ecr.eu-central-1.amazonaws.com';
const wanted = { repository: `${HOST}/shop/web`, tag: '1.5.0' };

/** Private repositories of ECR on loopback: `fetch` goes there instead. */
const withEcr = <T>(run: (request: typeof fetch) => Promise<T>) =>
  withRegistry(
    ({ headers }, response) => {
      if (headers.authorization === basicOf('AWS', 'pass')) return false;
      response.setHeader('www-authenticate', `Basic realm="https://${HOST}/",service="ecr.amazonaws.com"`);
      say(response, 401, {});
      return true;
    },
    ({ host }) => run((url, init) => fetch(String(url).replace(`https://${HOST}`, `http://${host}`), init)),
  );

/** ECR's own API on loopback, and AWS credentials for it. */
async function withApi<T>(status: number, answer: object, run: (calls: readonly unknown[]) => Promise<T>): Promise<T> {
  const calls: unknown[] = [];
  const before = { ...process.env };
  try {
    return await withRegistry(
      ({ headers, method, path }, response) => {
        calls.push([method, path, headers['x-amz-target']]);
        response.setHeader('x-amzn-errortype', 'AccessDeniedException');
        say(response, status, answer);
        return true;
      },
      async ({ host }) => {
        Object.assign(process.env, {
          AWS_ENDPOINT_URL_ECR: `http://${host}`,
          AWS_ACCESS_KEY_ID: 'a',
          AWS_SECRET_ACCESS_KEY: 'b',
          AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
        });
        return run(calls);
      },
    );
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

const TOKEN = { authorizationData: [{ authorizationToken: Buffer.from('AWS:pass').toString('base64') }] };

describe('a private registry of ECR', () => {
  let person: Person;
  beforeEach(() => {
    person = new Person();
  });
  afterEach(() => person.remove());

  it('takes a login by the SDK, before one that Docker wrote down some day', async () => {
    person.docker({ auths: { [HOST]: { username: 'AWS', password: 'of yesterday' } } });
    await withApi(200, TOKEN, async (calls) => {
      const found = await withEcr((request) => person.resolve(wanted, { request, ecr: ecrLogin }));
      expect(found).toEqual({ digest: DIGEST });
      expect(calls).toEqual([['POST', '/', 'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken']]);
    });
  });

  it('takes a login of Docker where there are no AWS credentials', async () => {
    person.docker({ auths: { [HOST]: { username: 'AWS', password: 'pass' } } });
    const ecr = async () => {
      throw Object.assign(new Error('no'), { name: 'CredentialsProviderError' });
    };
    expect(await withEcr((request) => person.resolve(wanted, { request, ecr }))).toEqual({ digest: DIGEST });
  });

  it('says that the identity may not log in, and what it may not read', async () => {
    await withApi(400, { message: 'not you' }, async () => {
      const found = await withEcr((request) => person.resolve(wanted, { request, ecr: ecrLogin }));
      expect(found).toEqual({
        problem: {
          code: 'LIVE',
          message: `ECR in eu-central-1 gave no login for ${HOST} (AccessDeniedException: not you).`,
          fix: 'let the AWS identity call ecr:GetAuthorizationToken, or sign in again, for instance with `aws sso login`.',
        },
      });
    });
    const ecr = async () => ({ user: 'AWS', secret: 'of another' });
    expect(await withEcr((request) => person.resolve(wanted, { request, ecr }))).toEqual({
      problem: {
        code: 'LIVE',
        message: `${HOST} does not let ${HOST}/shop/web:1.5.0 be read (401); it was asked with AWS credentials (ecr:GetAuthorizationToken in eu-central-1).`,
        fix: `let the identity call ecr:BatchGetImage on shop/web (its policy and that of the repository), or run \`docker login ${HOST}\` before, and see that the name is right: many registries answer so for a repository that is not there.`,
      },
    });
  });
});
