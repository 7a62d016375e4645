import { splitApiVersion } from '../../../src/model/identity';
import type { JsonObject } from '../../../src/model/json';
import { diffObjects } from '../../../src/model/object-diff';
import { isRefusedChange } from '../../../src/model/refused-change';

/** The fields of one object that cannot change from one to the other. */
function refused(apiVersion: string, kind: string, was: JsonObject, now: JsonObject): readonly string[] {
  const object = { ...splitApiVersion(apiVersion), kind, namespace: 'shop', name: 'a' };
  return diffObjects(was, now)
    .filter((one) => isRefusedChange({ ...one, object, was, now, byArgocd: true }))
    .map(({ field }) => field);
}

const job = (spec: JsonObject, annotations: JsonObject = {}) => ({ metadata: { annotations }, spec });
const image = (name: string) => ({ template: { spec: { containers: [{ name: 'a', image: name }] } } });
const IMAGE = 'spec.template.spec.containers.a.image';

describe('a change that the API server refuses', () => {
  it('4.9 is not one of what is deleted before it is made again: hooks, and what is forced', () => {
    const with_ = (annotations: JsonObject) =>
      refused('batch/v1', 'Job', job(image('a:1'), annotations), job(image('a:2'), annotations));
    expect(with_({})).toEqual([IMAGE]);
    expect(with_({ 'argocd.argoproj.io/hook': 'Skip' })).toEqual([IMAGE]);
    expect(with_({ 'argocd.argoproj.io/sync-options': 'Replace=true' })).toEqual([IMAGE]);
    expect(with_({ 'argocd.argoproj.io/hook': 'PreSync' })).toEqual([]);
    expect(with_({ 'helm.sh/hook': 'pre-upgrade' })).toEqual([]);
    expect(with_({ 'argocd.argoproj.io/sync-options': 'Replace=true,Force=true' })).toEqual([]);
  });

  it('4.9 is not one of a Job that waits, nor of completions that go with the parallelism', () => {
    const placed = (disk: string, name = 'a:1') => ({
      template: { spec: { ...image(name).template.spec, nodeSelector: { disk } } },
      suspend: true,
    });
    expect(refused('batch/v1', 'Job', job(placed('ssd')), job(placed('hdd')))).toEqual([]);
    expect(refused('batch/v1', 'Job', job(placed('ssd')), job(placed('ssd', 'a:2')))).toEqual([IMAGE]);
    const indexed = (completions: number, parallelism: number) => ({
      ...job({ ...image('a:1'), completionMode: 'Indexed', completions, parallelism }),
    });
    expect(refused('batch/v1', 'Job', indexed(2, 2), indexed(3, 3))).toEqual([]);
    expect(refused('batch/v1', 'Job', indexed(2, 2), indexed(3, 2))).toEqual(['spec.completions']);
  });

  it('4.9 is not one to what the server writes itself, nor to another spelling of the same amount', () => {
    const claims = (spec: JsonObject, more: JsonObject = {}) => ({
      spec: { volumeClaimTemplates: [{ metadata: { name: 'data' }, ...more, spec }], serviceName: 'db' },
    });
    const size = (storage: string) => ({ resources: { requests: { storage } } });
    const kind = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' };
    const of = (now: JsonObject) => refused('apps/v1', 'StatefulSet', claims(size('1Gi')), now);
    expect(of(claims({ ...size('1024Mi'), volumeMode: 'Filesystem' }, kind))).toEqual([]);
    expect(of(claims({ ...size('1024M'), volumeMode: 'Block' }))).toEqual([
      'spec.volumeClaimTemplates[0].spec.resources.requests.storage',
      'spec.volumeClaimTemplates[0].spec.volumeMode',
    ]);
    expect(refused('v1', 'Secret', {}, { type: 'Opaque' })).toEqual([]);
    expect(refused('v1', 'Secret', {}, { type: 'kubernetes.io/tls' })).toEqual(['type']);
    expect(refused('storage.k8s.io/v1', 'StorageClass', { parameters: {} }, { reclaimPolicy: 'Delete' })).toEqual([]);
    const scopes = (...list: readonly string[]) => ({ spec: { scopes: list } });
    expect(
      refused('v1', 'ResourceQuota', scopes('BestEffort', 'Terminating'), scopes('Terminating', 'BestEffort')),
    ).toEqual([]);
  });

  it('4.9 is not one of what the server may have written already', () => {
    const claim = (spec: JsonObject) => ({ spec });
    expect(refused('v1', 'PersistentVolumeClaim', claim({}), claim({ storageClassName: 'gp3' }))).toEqual([]);
    expect(
      refused('v1', 'PersistentVolumeClaim', claim({ storageClassName: 'gp2' }), claim({ storageClassName: 'gp3' })),
    ).toEqual(['spec.storageClassName']);
    expect(refused('v1', 'PersistentVolume', claim({}), claim({ nodeAffinity: { required: {} } }))).toEqual([]);
  });

  it('4.9 is not one of the same kind of another group', () =>
    expect(refused('batch.volcano.sh/v1alpha1', 'Job', job(image('a:1')), job(image('a:2')))).toEqual([]));

  it('4.9 is one of a binding only where Argo CD does not make it anew', () => {
    const bound = (name: string, option: string) => ({
      metadata: { annotations: { 'argocd.argoproj.io/sync-options': option } },
      roleRef: { kind: 'Role', name },
    });
    const of = (option: string) =>
      refused('rbac.authorization.k8s.io/v1', 'RoleBinding', bound('view', option), bound('edit', option));
    expect([of('Prune=confirm'), of('ServerSideApply=true')]).toEqual([[], ['roleRef.name']]);
  });

  it('4.9 is one of a Service that has an address, and of the class of its load balancer', () => {
    const service = (spec: JsonObject) => ({ spec });
    const of = (was: JsonObject, now: JsonObject) => refused('v1', 'Service', service(was), service(now));
    expect(of({ clusterIP: 'None' }, { clusterIP: '10.0.0.7' })).toEqual(['spec.clusterIP']);
    expect(of({ clusterIP: 'None' }, {})).toEqual([]);
    expect(of({ clusterIP: 'None' }, { clusterIP: '10.0.0.7', type: 'ExternalName' })).toEqual([]);
    expect(of({ type: 'LoadBalancer' }, { type: 'LoadBalancer', loadBalancerClass: 'service.k8s.aws/nlb' })).toEqual([
      'spec.loadBalancerClass',
    ]);
    expect(of({}, { type: 'LoadBalancer', loadBalancerClass: 'service.k8s.aws/nlb' })).toEqual([]);
  });

  it('4.9 is one of custom kinds whose definition says so', () => {
    const pool = (kind: string, name: string) => ({ spec: { template: { spec: { nodeClassRef: { kind, name } } } } });
    expect(refused('karpenter.sh/v1', 'NodePool', pool('EC2NodeClass', 'a'), pool('NodeClass', 'b'))).toEqual([
      'spec.template.spec.nodeClassRef.kind',
    ]);
  });

  it('4.9 is one of what says of itself that it cannot change', () => {
    const map = (log: string, immutable = true) => ({ data: { log }, immutable });
    expect(refused('v1', 'ConfigMap', map('info'), map('debug'))).toEqual(['data.log']);
    expect(refused('v1', 'ConfigMap', map('info'), map('info', false))).toEqual(['immutable']);
    expect(refused('v1', 'ConfigMap', map('info', false), map('debug'))).toEqual([]);
  });
});
