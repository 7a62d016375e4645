import { type Answer, DIGEST, digestOfText, MANIFEST, withRegistry } from '../../../support/registry';
import { Person } from './person';

const NOTHING: Answer = () => false;

describe('the digest of a tag', () => {
  let person: Person;
  beforeEach(() => {
    person = new Person();
  });
  afterEach(() => person.remove());

  it('is asked by HEAD, and held against the content', async () => {
    await withRegistry(NOTHING, async (registry) => {
      expect(await person.ask(registry)).toEqual({ digest: DIGEST });
      expect(registry.asked.map(({ method, path }) => [method, path])).toEqual([
        ['HEAD', '/v2/shop/web/manifests/1.5.0'],
        ['GET', `/v2/shop/web/manifests/${DIGEST}`],
      ]);
      expect(registry.asked[0]?.headers.accept).toMatch(/^application\/vnd\.oci\.image\.index\.v1\+json, /);
    });
  });

  it('is the hash of the content where the registry names none, or does not answer HEAD', async () => {
    const silent: Answer = ({ method }, response) => {
      if (method === 'HEAD') response.statusCode = 405;
      response.end(method === 'HEAD' ? undefined : MANIFEST);
      return true;
    };
    expect(await person.said(silent)).toBe(DIGEST);
  });

  it('is refused where the content has another', async () => {
    const other = digestOfText('something else');
    const lying: Answer = (_asked, response) => {
      response.setHeader('docker-content-digest', other);
      response.end(MANIFEST);
      return true;
    };
    expect(await person.said(lying)).toEqual([
      'LIVE',
      `HOST says that HOST/shop/web:1.5.0 is ${other}, and what it sends has ${DIGEST}.`,
      'see what stands between here and the registry (a proxy, a cache), and do not release this image.',
    ]);
  });

  it('is refused for what is not a manifest of version 2', async () => {
    const page: Answer = (_asked, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<html>sign in</html>');
      return true;
    };
    expect(await person.said(page)).toEqual([
      'LIVE',
      'what HOST sends for HOST/shop/web:1.5.0 is not a manifest of version 2 (text/html): its hash would not be the digest.',
      'push the image again with a newer tool, or correct the name of the registry.',
    ]);
  });

  it('says that there is no such tag', async () => {
    expect(await person.said(NOTHING, { tag: '9.9.9' })).toEqual([
      'ARGUMENTS',
      'HOST has no image HOST/shop/web:9.9.9: the tag or the repository is not there.',
      'push the image first, or correct its name and its tag.',
    ]);
  });
});
