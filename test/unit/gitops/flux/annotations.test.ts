import { withSyncAnnotations } from '../../../../src/gitops/sync-annotations';
import { at, type JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { delivered } from '../delivery';

const environment = delivered({ consumer: 'flux', namespace: 'flux-system', protect: ['example.com/Store'] });
const metadataOf = (value: JsonObject) =>
  at(
    withSyncAnnotations([renderedObject(value, { environment: 'prod', app: 'shop' })], environment)[0]?.value,
    'metadata',
  );
const KEPT = { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' };

describe('annotations for Flux', () => {
  it.each([
    ['a claim', { apiVersion: 'v1', kind: 'PersistentVolumeClaim' }],
    ['a kind that the settings protect', { apiVersion: 'example.com/v1', kind: 'Store' }],
    ['configuration that a release replaces by another name', { apiVersion: 'v1', kind: 'ConfigMap', immutable: true }],
  ])('keep %s', (_what, value) =>
    expect(metadataOf({ ...value, metadata: { name: 'x', annotations: { a: 'b' } } })).toEqual({
      name: 'x',
      annotations: { a: 'b', ...KEPT },
    }),
  );

  it('leave out what a sync of Argo CD is ordered by', () =>
    expect(metadataOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } })).toEqual({ name: 'x' }));

  it('leave alone what an author says, as a label too', () => {
    const labels = { 'kustomize.toolkit.fluxcd.io/prune': 'enabled' };
    const metadata = { name: 'x', labels };
    expect(metadataOf({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata })).toEqual(metadata);
  });
});
