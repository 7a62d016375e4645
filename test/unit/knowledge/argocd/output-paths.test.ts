import fc from 'fast-check';
import { ARGOCD_APP, kindInPath, objectPath } from '../../../../src/knowledge/argocd/output-paths';
import {
  appFolderOf,
  parseOutputPath,
  placeOf,
  steersArgocd,
} from '../../../../src/knowledge/argocd/parse-output-path';
import { identityKey, type ObjectIdentity } from '../../../../src/model/identity';

const part = fc.oneof(
  fc.constantFrom(
    'web',
    'system:foo',
    'systemfoo',
    'Web',
    'con',
    'a_b',
    'a-b',
    'a.b',
    'x'.repeat(253),
    'kustomization',
    'é',
    'e\u0301',
    '../..',
    '%2e',
    'a/b',
  ),
  fc.string({ minLength: 1, maxLength: 12 }),
);
const identity: fc.Arbitrary<ObjectIdentity> = fc.record({
  group: fc.constantFrom('', 'apps', 'example.com', 'other.example.com'),
  kind: fc.constantFrom('Service', 'Deployment', 'Widget', 'Role'),
  namespace: part,
  name: part,
});

const belowApp = (id: ObjectIdentity) => objectPath('prod', 'shop', id).slice('prod/shop/'.length);

describe('the path of an object', () => {
  it('is another for another identity, also where case folds, and holds nothing that leads elsewhere', () => {
    fc.assert(
      fc.property(identity, identity, (a, b) => {
        const path = belowApp(a);
        expect(path).toMatch(/^[a-z0-9_-][a-z0-9._-]*\/[a-z0-9._-]+\.yaml$/);
        expect(Buffer.byteLength(path.split('/')[1] as string)).toBeLessThanOrEqual(205);
        if (identityKey(a) !== identityKey(b))
          expect(belowApp(b).toLowerCase().normalize('NFC')).not.toBe(path.toLowerCase().normalize('NFC'));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    [{ group: '', kind: 'Namespace', name: 'shop' }, '_cluster/namespace_shop.yaml'],
    [{ group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' }, 'shop/deployment_web.yaml'],
    [
      { group: 'external-secrets.io', kind: 'ExternalSecret', namespace: 'shop', name: 'db' },
      'shop/externalsecret.external-secrets.io_db.yaml',
    ],
    [
      { group: 'rbac.authorization.k8s.io', kind: 'Role', namespace: 'shop', name: 'system:foo' },
      'shop/role_system_3afoo.yaml',
    ],
  ])('is %o → %s', (id, path) => expect(belowApp(id)).toBe(path));
});

const dnsLabel = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/);
const dnsName = fc.array(dnsLabel, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
const place = fc.record({ environment: dnsLabel, app: fc.oneof(dnsLabel, fc.constant(ARGOCD_APP)) });
/** Half a surrogate pair has no bytes, and comes back as the sign for what cannot be read. */
const wellFormed = part.filter((text) => Buffer.from(text, 'utf8').toString('utf8') === text);
const stored: fc.Arbitrary<ObjectIdentity> = fc.record(
  {
    group: fc.oneof(fc.constantFrom('', 'apps', 'rbac.authorization.k8s.io'), dnsName),
    kind: fc.oneof(
      fc.constantFrom('Service', 'Deployment', 'Role', 'Event', 'Namespace'),
      fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,20}$/),
    ),
    namespace: wellFormed,
    name: wellFormed,
  },
  { requiredKeys: ['group', 'kind', 'name'] },
);

describe('reading a path back', () => {
  it('gives what the path was made of', () => {
    let cut = 0;
    fc.assert(
      fc.property(place, stored, ({ environment, app }, id) => {
        const path = objectPath(environment, app, id);
        const parsed = parseOutputPath(path);
        const isCut = parsed?.name === undefined;
        cut += isCut ? 1 : 0;
        if (isCut) expect(path.slice(path.lastIndexOf('/') + 1)).toHaveLength(205);
        const { kind, namespace, name } = id;
        expect(parsed).toEqual({
          environment,
          app,
          ...(namespace === undefined || app === ARGOCD_APP ? {} : { namespace }),
          kind: kindInPath(id.group, kind),
          ...(isCut ? {} : { name }),
        });
        expect([placeOf(path), appFolderOf(path), steersArgocd(path)]).toEqual([
          { environment, app },
          `${environment}/${app}`,
          app === ARGOCD_APP,
        ]);
      }),
      { numRuns: 1000 },
    );
    expect(cut).toBeGreaterThan(0);
  });

  it.each(['prod/shop', '_bootstrap/prod.yaml', 'prod/shop/shop/notes.txt', 'prod/shop/shop/service.yaml'])(
    'gives nothing for %s, which is not the path of an object',
    (path) => expect(parseOutputPath(path)).toBeUndefined(),
  );

  it('knows the folders that steer Argo CD', () =>
    expect(['_bootstrap/prod.yaml', 'prod/_argocd/x.yaml', 'prod/shop/_argocd/x.yaml'].map(steersArgocd)).toEqual([
      true,
      true,
      false,
    ]));
});
