import fc from 'fast-check';
import { identityKey, type ObjectIdentity } from '../../../src/model/identity';
import { objectPath } from '../../../src/render/path';

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

describe('the path of an object', () => {
  it('is another for another identity, also where case folds, and holds nothing that leads elsewhere', () => {
    fc.assert(
      fc.property(identity, identity, (a, b) => {
        const path = objectPath(a);
        expect(path).toMatch(/^[a-z0-9_-][a-z0-9._-]*\/[a-z0-9._-]+\.yaml$/);
        expect(Buffer.byteLength(path.split('/')[1] as string)).toBeLessThanOrEqual(205);
        if (identityKey(a) !== identityKey(b))
          expect(objectPath(b).toLowerCase().normalize('NFC')).not.toBe(path.toLowerCase().normalize('NFC'));
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
  ])('is %o → %s', (id, path) => expect(objectPath(id)).toBe(path));
});
