import { argocdObjects } from '../../../src/gitops/argocd-objects';
import { writtenByControllers } from '../../../src/gitops/ignored-fields';
import { at, type JsonObject } from '../../../src/model/json';
import { renderedObject } from '../../../src/model/rendered-object';
import { APPS, delivered } from './delivery';

const object = (apiVersion: string, kind: string, name: string, rest: JsonObject = {}) =>
  renderedObject(
    { apiVersion, kind, metadata: { name, namespace: 'shop' }, ...rest },
    { environment: 'prod', app: 'shop' },
  );
const scaler = (apiVersion: string, kind: string, scaleTargetRef: JsonObject) =>
  object(apiVersion, kind, 'scaler', { spec: { scaleTargetRef } });
const rollout = (spec: JsonObject) => object('argoproj.io/v1alpha1', 'Rollout', 'web', { spec });
const canary = (rest: JsonObject) =>
  rollout({ strategy: { canary: { stableService: 'web-stable', canaryService: 'web-canary', ...rest } } });
const alb = (rest: JsonObject, more: JsonObject = {}) =>
  canary({ trafficRouting: { alb: { servicePort: 80, ...rest }, ...more } });

const deployment = object('apps/v1', 'Deployment', 'web');
const replicas = {
  group: 'apps',
  kind: 'Deployment',
  name: 'web',
  namespace: 'shop',
  jsonPointers: ['/spec/replicas'],
};
const ingress = (name: string) => object('networking.k8s.io/v1', 'Ingress', name);
const BOOKS = [
  '/metadata/annotations/rollouts.argoproj.io~1managed-alb-actions',
  '/metadata/annotations/rollouts.argoproj.io~1managed-alb-annotations',
];
const written = (name: string, ...annotations: readonly string[]) => ({
  group: 'networking.k8s.io',
  kind: 'Ingress',
  name,
  namespace: 'shop',
  jsonPointers: [...annotations.map((one) => `/metadata/annotations/${one.replace('/', '~1')}`), ...BOOKS],
});

describe('fields that controllers write', () => {
  it('are those of Kueue in Jobs and JobSets that wait in a queue', () => {
    const metadata = { name: 'train', namespace: 'shop', labels: { 'kueue.x-k8s.io/queue-name': 'research' } };
    const job = object('batch/v1', 'Job', 'train', { metadata });
    const spec = { replicatedJobs: [{ name: 'driver' }, { name: 'workers' }] };
    const set = object('jobset.x-k8s.io/v1alpha2', 'JobSet', 'train', { metadata, spec });
    expect(writtenByControllers([job, object('batch/v1', 'Job', 'free')])).toEqual([
      {
        group: 'batch',
        kind: 'Job',
        name: 'train',
        namespace: 'shop',
        jsonPointers: ['/spec/suspend', '/spec/template/spec/nodeSelector', '/spec/template/spec/tolerations'],
      },
    ]);
    expect(writtenByControllers([set])[0]?.jsonPointers).toEqual([
      '/spec/replicatedJobs/0/template/spec/template/spec/nodeSelector',
      '/spec/replicatedJobs/0/template/spec/template/spec/tolerations',
      '/spec/replicatedJobs/1/template/spec/template/spec/nodeSelector',
      '/spec/replicatedJobs/1/template/spec/template/spec/tolerations',
      '/spec/suspend',
    ]);
  });

  it.each([
    [
      'a HorizontalPodAutoscaler',
      scaler('autoscaling/v2', 'HorizontalPodAutoscaler', { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }),
    ],
    [
      'a ScaledObject, which means a Deployment where it names no kind',
      scaler('keda.sh/v1alpha1', 'ScaledObject', { name: 'web' }),
    ],
    [
      'a Rollout that scales a Deployment down',
      rollout({ workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', scaleDown: 'onsuccess' } }),
    ],
  ])('3.2 the number of Pods is that of %s', (_what, controller) => {
    expect(writtenByControllers([controller, deployment])).toEqual([replicas]);
    expect(writtenByControllers([controller])).toEqual([]);
    expect(writtenByControllers([deployment])).toEqual([]);
  });

  it('3.2 a Rollout that an autoscaler scales keeps its number too', () => {
    const hpa = scaler('autoscaling/v2', 'HorizontalPodAutoscaler', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      name: 'web',
    });
    expect(writtenByControllers([hpa, rollout({})])).toEqual([
      { group: 'argoproj.io', kind: 'Rollout', name: 'web', namespace: 'shop', jsonPointers: ['/spec/replicas'] },
    ]);
  });

  it('3.2 the weights of a canary are the Rollout’s, in the action of its stable or its root Service', () => {
    expect(writtenByControllers([alb({ ingress: 'web' }), ingress('web')])).toEqual([
      written('web', 'alb.ingress.kubernetes.io/actions.web-stable'),
    ]);
    expect(
      writtenByControllers([
        alb({ ingresses: ['a', 'b'], rootService: 'web-root' }),
        ingress('b'),
        ingress('a'),
        ingress('c'),
      ]),
    ).toEqual([
      written('a', 'alb.ingress.kubernetes.io/actions.web-root'),
      written('b', 'alb.ingress.kubernetes.io/actions.web-root'),
    ]);
  });

  describe('in routes of a Gateway', () => {
    const backend = (name: string, weight: number) => ({ group: '', kind: 'Service', name, port: 80, weight });
    const rules = [
      { matches: [{ path: { value: '/docs' } }], backendRefs: [backend('docs', 1)] },
      { backendRefs: [backend('web-stable', 95), backend('web-canary', 0), backend('old', 5)] },
    ];
    const route = object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', { spec: { rules } });
    const byPlugin = (plugin: JsonObject) =>
      canary({ trafficRouting: { plugins: { 'argoproj-labs/gatewayAPI': plugin } } });

    it.each([
      ['one', { httpRoute: 'web' }],
      ['several', { httpRoutes: [{ name: 'web', useHeaderRoutes: true }], namespace: 'shop' }],
    ])('the weights of the two Services are the Rollout’s where its plugin names %s', (_, plugin) => {
      expect(writtenByControllers([byPlugin(plugin), route])).toEqual([
        {
          group: 'gateway.networking.k8s.io',
          kind: 'HTTPRoute',
          name: 'web',
          namespace: 'shop',
          jsonPointers: ['/spec/rules/1/backendRefs/0/weight', '/spec/rules/1/backendRefs/1/weight'],
        },
      ]);
    });

    it('weights are Git’s where no plugin writes them', () => {
      expect(writtenByControllers([route])).toEqual([]);
      expect(writtenByControllers([alb({ ingress: 'other' }), route])).toEqual([]);
      expect(writtenByControllers([byPlugin({ httpRoute: 'other' }), route])).toEqual([]);
    });
  });

  it('3.2 routes by header are the Rollout’s, and so is another prefix of the annotations', () => {
    const routes = { managedRoutes: [{ name: 'beta' }] };
    expect(
      writtenByControllers([alb({ ingress: 'web', annotationPrefix: 'example.com' }, routes), ingress('web')]),
    ).toEqual(
      [written('web', 'example.com/actions.beta', 'example.com/actions.web-stable', 'example.com/conditions.beta')].map(
        (entry) => ({ ...entry, jsonPointers: [...entry.jsonPointers].sort() }),
      ),
    );
  });

  it('3.2 which Pods a Service of a Rollout selects is the Rollout’s', () => {
    const strategies = {
      canary: { stableService: 'a', canaryService: 'b', pingPong: { pingService: 'c', pongService: 'd' } },
    };
    const green = { blueGreen: { activeService: 'e', previewService: 'f' } };
    const services = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => object('v1', 'Service', name));
    const found = writtenByControllers([rollout({ strategy: strategies }), rollout({ strategy: green }), ...services]);
    expect(found.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(found[0]).toEqual({
      kind: 'Service',
      name: 'a',
      namespace: 'shop',
      jsonPointers: [
        '/metadata/annotations/argo-rollouts.argoproj.io~1managed-by-rollouts',
        '/spec/selector/rollouts-pod-template-hash',
      ],
    });
  });
});

describe('an Application', () => {
  const spec = (environment: ReturnType<typeof delivered>, ignored: readonly (typeof replicas)[]) =>
    argocdObjects(
      environment,
      APPS.map((app) => ({ ...app, ignored })),
    ).at(-1)?.value['spec'];

  it('3.2 leaves alone what others write, by the settings and by the app, and says so once', () => {
    const caBundle = { kind: 'Secret', jsonPointers: ['/data/ca.crt'] };
    const own = spec(delivered({ ignoreDifferences: [caBundle] }), [replicas]);
    expect(at(own, 'ignoreDifferences')).toEqual([caBundle, replicas]);
    expect(at(own, 'syncPolicy', 'syncOptions')).toEqual([
      'ApplyOutOfSyncOnly=true',
      'FailOnSharedResource=true',
      'PruneLast=true',
      'RespectIgnoreDifferences=true',
    ]);
  });

  it('3.2 has no such list where nobody else writes', () => {
    expect(at(spec(delivered(), []), 'ignoreDifferences')).toBeUndefined();
    expect(at(spec(delivered(), []), 'syncPolicy', 'syncOptions')).not.toContain('RespectIgnoreDifferences=true');
  });
});
