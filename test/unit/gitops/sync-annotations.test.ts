import { ConfigFiles } from 'cdk8s-eks';
import { withSyncAnnotations } from '../../../src/gitops/sync-annotations';
import { at, type JsonObject } from '../../../src/model/json';
import { renderedObject } from '../../../src/model/rendered-object';
import { kubernetesEnvironment } from '../../support/environment';
import { render } from '../../support/render';
import { messageOf } from '../../support/thrown';
import { delivered } from './delivery';

const WAVE = 'argocd.argoproj.io/sync-wave';
const OPTIONS = 'argocd.argoproj.io/sync-options';
const CONFIRM = 'Prune=confirm,Delete=confirm';

const API_VERSIONS: Readonly<Record<string, string>> = {
  Ingress: 'networking.k8s.io/v1',
  CustomResourceDefinition: 'apiextensions.k8s.io/v1',
  StatefulSet: 'apps/v1',
  StorageClass: 'storage.k8s.io/v1',
};

function made(kind: string, annotations?: JsonObject, rest: JsonObject = {}) {
  const metadata = { name: 'x', ...(annotations === undefined ? {} : { annotations }) };
  return renderedObject(
    { apiVersion: API_VERSIONS[kind] ?? 'v1', kind, metadata, ...rest },
    {
      environment: 'prod',
      app: 'shop',
      construct: 'shop/x',
      source: () => ({ file: 'apps/shop.ts', line: 3, column: 5 }),
    },
  );
}
const annotated = (...args: Parameters<typeof made>) =>
  withSyncAnnotations([made(...args)], delivered())[0]?.value['metadata'];

describe('waves and confirmations', () => {
  it.each([
    ['CustomResourceDefinition', '-5', `${CONFIRM},ServerSideApply=true`],
    ['Namespace', '-4', CONFIRM],
    ['ServiceAccount', '-4', undefined],
    ['ClusterRoleBinding', '-4', undefined],
    ['StorageClass', '-3', CONFIRM],
    ['IngressClassParams', '-3', undefined],
    ['NetworkPolicy', '-3', undefined],
    ['SecretStore', '-2', undefined],
    ['ConfigMap', '-1', undefined],
    ['ExternalSecret', '-1', undefined],
    ['PersistentVolumeClaim', undefined, CONFIRM],
    ['PersistentVolume', '-2', CONFIRM],
    ['StatefulSet', undefined, CONFIRM],
    ['HorizontalPodAutoscaler', '1', undefined],
    ['PodDisruptionBudget', '1', undefined],
    ['Ingress', '2', CONFIRM],
    ['Job', '3', undefined],
    ['JobSet', '3', undefined],
    ['Rollout', '3', undefined],
  ])('%s: wave %s, options %s', (kind, wave, options) =>
    expect(annotated(kind)).toEqual({
      name: 'x',
      annotations: {
        ...(wave === undefined ? {} : { [WAVE]: wave }),
        ...(options === undefined ? {} : { [OPTIONS]: options }),
      },
    }),
  );

  it('an autoscaler comes with its Rollout, since without a target it is degraded', () => {
    const waves = ['Deployment', 'Rollout'].map((kind) => {
      const apiVersion = kind === 'Rollout' ? 'argoproj.io/v1alpha1' : 'apps/v1';
      const target = renderedObject(
        { apiVersion, kind, metadata: { name: 'x', namespace: 'shop' } },
        { environment: 'prod', app: 'shop' },
      );
      const autoscaler = renderedObject(
        {
          apiVersion: 'autoscaling/v2',
          kind: 'HorizontalPodAutoscaler',
          metadata: { name: 'x', namespace: 'shop' },
          spec: { scaleTargetRef: { apiVersion, kind, name: 'x' } },
        },
        { environment: 'prod', app: 'shop' },
      );
      const made = withSyncAnnotations([autoscaler, target], delivered());
      return at(made[0]?.value, 'metadata', 'annotations', WAVE);
    });
    expect(waves).toEqual(['1', '3']);
  });

  it('a Job that is a hook keeps the order of hooks', () => {
    const hook = { 'argocd.argoproj.io/hook': 'PreSync' };
    expect(annotated('Job', hook)).toEqual({ name: 'x', annotations: hook });
  });

  it('a claim of a volume that exists comes before its Pods, any other with them', () => {
    const waveOfClaim = (spec: JsonObject) =>
      at(annotated('PersistentVolumeClaim', undefined, { spec }), 'annotations', WAVE);
    expect([
      waveOfClaim({ storageClassName: '', volumeName: 'shop-data' }),
      waveOfClaim({ storageClassName: '' }),
      waveOfClaim({ storageClassName: 'gp3', volumeName: 'pvc-1' }),
      waveOfClaim({ storageClassName: 'gp3' }),
    ]).toEqual(['-1', undefined, undefined, undefined]);
  });

  it.each(['Deployment', 'DaemonSet', 'Service', 'NoKindWeKnow'])('%s stays as it is', (kind) => {
    const object = made(kind);
    expect(withSyncAnnotations([object], delivered())[0]).toBe(object);
  });

  it('a Service with a load balancer keeps its address until somebody confirms', () =>
    expect(annotated('Service', undefined, { spec: { type: 'LoadBalancer' } })).toEqual({
      name: 'x',
      annotations: { [OPTIONS]: CONFIRM },
    }));

  it.each([
    ['ConfigMap', 'PruneLast=true'],
    ['Secret', `${CONFIRM},PruneLast=true`],
  ])('3.2a an immutable %s is deleted last, whatever the Application says', (kind, options) => {
    const environment = delivered({ syncPolicy: { automated: true, prune: true, selfHeal: true, pruneLast: false } });
    const annotations = (rest: JsonObject) =>
      at(withSyncAnnotations([made(kind, undefined, rest)], environment)[0]?.value, 'metadata', 'annotations', OPTIONS);
    expect(annotations({ immutable: true })).toBe(options);
    for (const immutable of [false, 'true', null]) expect(annotations({ immutable })).not.toBe(options);
  });

  it('3.2a the hashed configuration of a construct is such an object', () => {
    const options = (hash: boolean) => {
      const values = Object.values(
        render((chart) => void new ConfigFiles(chart, 'config', { data: { a: 'b' }, hash })),
      );
      const objects = values.map((value) => renderedObject(value, { environment: 'prod', app: 'shop' }));
      return withSyncAnnotations(objects, delivered()).map(({ value }) =>
        at(value, 'metadata', 'annotations', OPTIONS),
      );
    };
    expect(options(true)).toEqual(['PruneLast=true']);
    expect(options(false)).toEqual([undefined]);
  });

  it('a claim is never before its consumers, which would wait for it for ever', () =>
    expect(annotated('PersistentVolumeClaim')).toEqual({ name: 'x', annotations: { [OPTIONS]: CONFIRM } }));

  it('a claim whose Pods start at another time is left out of the health of its app, unless the author says otherwise', () => {
    const template = { spec: { containers: [], volumes: [{ persistentVolumeClaim: { claimName: 'x' } }] } };
    const schedule = renderedObject(
      {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        metadata: { name: 'report', namespace: 'shop' },
        spec: { jobTemplate: { spec: { template } } },
      },
      { environment: 'prod', app: 'shop' },
    );
    const annotations = (present: JsonObject) => {
      const metadata = { name: 'x', namespace: 'shop', annotations: present };
      const claim = renderedObject(
        { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata },
        { environment: 'prod', app: 'shop' },
      );
      return at(withSyncAnnotations([claim, schedule], delivered())[0]?.value, 'metadata', 'annotations');
    };
    const rest = { [WAVE]: '3', [OPTIONS]: CONFIRM };
    const hint = 'argocd.argoproj.io/ignore-healthcheck';
    expect(annotations({})).toEqual({ ...rest, [hint]: 'true' });
    expect(annotations({ [hint]: 'false' })).toEqual({ ...rest, [hint]: 'false' });
  });

  it('an annotation that says nothing is written anew', () =>
    expect(annotated('PersistentVolumeClaim', { [OPTIONS]: ' ,' })).toEqual({
      name: 'x',
      annotations: { [OPTIONS]: CONFIRM },
    }));

  it('what the author set is kept', () =>
    expect(annotated('Namespace', { team: 'a', [WAVE]: '-9', [OPTIONS]: 'Validate=false, Prune=false' })).toEqual({
      name: 'x',
      annotations: { team: 'a', [WAVE]: '-9', [OPTIONS]: 'Validate=false,Prune=false,Delete=confirm' },
    }));

  it('a wave that Argo CD would read as 0 is refused, all of them at once', () => {
    const objects = [
      made('Deployment', { [WAVE]: 'late' }),
      made('Service', { [WAVE]: 2 }),
      made('Job', { [WAVE]: '+3' }),
    ];
    const line = (what: string) =>
      `apps/shop.ts:3:5 › shop/x: ${what}, which is not a whole number written as text; Argo CD reads it as 0.\nfix: write \`'argocd.argoproj.io/sync-wave': '1'\`, or leave it out: the kind has a wave.`;
    expect(messageOf(() => withSyncAnnotations(objects, delivered()))).toBe(
      `${line('Deployment x has the sync wave "late"')}\n\n${line('Service x has the sync wave 2')}`,
    );
  });

  it.each([
    ['letters', 'x', 210_000],
    ['letters of three bytes', '語', 70_000],
    ['escaped line breaks', '\n', 105_000],
  ])('an object too large to be copied into an annotation is applied on the server: %s', (_what, text, times) => {
    expect(annotated('Deployment', undefined, { spec: { text: text.repeat(times) } })).toEqual({
      name: 'x',
      annotations: { [OPTIONS]: 'ServerSideApply=true' },
    });
    expect(annotated('Deployment', undefined, { spec: { text: text.repeat(times * 0.99) } })).toEqual({ name: 'x' });
  });

  it('the result is new and frozen; the object given stays as it was, with its origin', () => {
    const object = made('Namespace');
    const [result] = withSyncAnnotations([object], delivered());
    expect(object.value).toEqual({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'x' } });
    expect([Object.isFrozen(result?.value), Object.isFrozen(result?.value['metadata'])]).toEqual([true, true]);
    expect({ ...result, value: undefined }).toEqual({ ...object, value: undefined });
  });

  it('nothing is added where an environment has no gitops', () => {
    const object = made('Namespace', { [WAVE]: 'late' });
    expect(withSyncAnnotations([object], kubernetesEnvironment())).toEqual([object]);
  });
});
