import { isNamespaced } from '../../../src/knowledge/kubernetes/kinds';
import { loadSchemas } from '../../../src/load/schemas';
import { SCHEMAS } from '../../support/schemas';
import { messageOf } from '../../support/thrown';

const store = loadSchemas(SCHEMAS, '1.33');

it('holds the kinds of the version it was asked for', () => {
  expect(store.kubernetesVersion).toBe('1.33');
  expect(store.kubernetes.kinds['apps/v1/Deployment']).toBe('apps.v1.Deployment');
  expect(store.kubernetes.kinds['resource.k8s.io/v1/ResourceClaim']).toBeUndefined();
});

it('knows which versions serve a kind', () => {
  expect(store.servedIn['resource.k8s.io/v1/ResourceClaim']).toEqual(['1.34', '1.35', '1.36', '1.37']);
  expect(store.servedIn['flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema']).toEqual(['1.28', '1.29', '1.30', '1.31']);
});

it('knows the scope of custom kinds', () => {
  expect(isNamespaced('external-secrets.io', 'ExternalSecret', store.scopes)).toBe(true);
  expect(isNamespaced('external-secrets.io', 'ClusterSecretStore', store.scopes)).toBe(false);
  expect(isNamespaced('example.com', 'Widget', store.scopes)).toBeUndefined();
});

it('knows when a field came and when it went', () => {
  expect(store.fieldVersions?.('core.v1.PodSpec', 'hostnameOverride')).toEqual(['1.34', '1.37']);
  expect(store.fieldVersions?.('core.v1.PodResourceClaim', 'source')).toEqual(['1.28', '1.30']);
  expect(store.fieldVersions?.('core.v1.PodSpec', 'containers')).toBeUndefined();
  expect(store.fieldVersions?.('core.v1.PodSpec', 'constructor')).toBeUndefined();
  expect(store.fieldVersions?.('constructor', 'name')).toBeUndefined();
});

it.each(['1.27', '1.38', '1.3', '', '../served'])('refuses version %j and lists those it has', (version) => {
  expect(messageOf(() => loadSchemas(SCHEMAS, version))).toBe(
    `there is no schema for Kubernetes ${version}; known are 1.28, 1.29, 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, 1.37.\n` +
      'fix: set kubernetesVersion to one of them.',
  );
});
