import { orderOf } from '../../../src/gitops/order';
import type { JsonObject } from '../../../src/model/json';
import { renderedObject } from '../../../src/model/rendered-object';

const WAVE = 'argocd.argoproj.io/sync-wave';

interface Written {
  readonly wave?: string;
  readonly hook?: string;
  readonly namespace?: string | null;
}

function made(
  apiVersion: string,
  kind: string,
  name: string,
  rest: JsonObject = {},
  { wave, hook, namespace = 'shop' }: Written = {},
) {
  const annotations = {
    ...(wave === undefined ? {} : { [WAVE]: wave }),
    ...(hook === undefined ? {} : { 'argocd.argoproj.io/hook': hook }),
  };
  const metadata = { name, annotations, ...(namespace === null ? {} : { namespace }) };
  return renderedObject({ apiVersion, kind, metadata, ...rest }, { environment: 'prod', app: 'shop' });
}

const CLUSTER = { namespace: null };
const pods = (spec: JsonObject, more: JsonObject = {}): JsonObject => ({
  spec: { ...more, template: { metadata: { labels: { app: 'web' } }, spec: { containers: [], ...spec } } },
});
const mounting = (claim: string) => pods({ volumes: [{ name: 'data', persistentVolumeClaim: { claimName: claim } }] });
const claim = (written: Written = {}) =>
  made('v1', 'PersistentVolumeClaim', 'data', { spec: { storageClassName: 'gp3' } }, written);

const waves = (...objects: Parameters<typeof orderOf>[0]) =>
  Object.fromEntries([...orderOf(objects).waves].map(([{ kind, name }, wave]) => [`${kind} ${name}`, wave]));

describe('waves of what needs one another', () => {
  it('a claim comes with the first of its Pods, be they those of a Rollout or of a Job', () => {
    const rollout = made('argoproj.io/v1alpha1', 'Rollout', 'web', mounting('data'));
    const job = made('batch/v1', 'Job', 'fill', mounting('data'));
    const deployment = made('apps/v1', 'Deployment', 'web', mounting('data'));
    const early = made('batch/v1', 'Job', 'fill', mounting('data'), { hook: 'Sync', wave: '-1' });
    expect([
      waves(claim(), rollout)['PersistentVolumeClaim data'],
      waves(claim(), job)['PersistentVolumeClaim data'],
      waves(claim(), rollout, deployment)['PersistentVolumeClaim data'],
      waves(claim(), deployment, early)['PersistentVolumeClaim data'],
    ]).toEqual([3, 3, 0, -1]);
  });

  it('a claim whose Pods start at another time comes last, where no wave waits for it', () => {
    const jobTemplate = { jobTemplate: { ...mounting('data') } };
    const schedule = made('batch/v1', 'CronJob', 'report', { spec: jobTemplate });
    const stopped = made('apps/v1', 'Deployment', 'web', {
      spec: { ...(mounting('data')['spec'] as JsonObject), replicas: 0 },
    });
    expect(waves(claim(), schedule)).toMatchObject({ 'PersistentVolumeClaim data': 3, 'CronJob report': 0 });
    expect(waves(claim(), stopped)).toMatchObject({ 'PersistentVolumeClaim data': 3, 'Deployment web': 0 });
    expect(waves(claim())).toEqual({ 'PersistentVolumeClaim data': 0 });
  });

  it('a claim does not come before its Namespace, however early its Pods are put', () => {
    const home = made('v1', 'Namespace', 'shop', {}, { ...CLUSTER, wave: '0' });
    const early = made('apps/v1', 'Deployment', 'web', mounting('data'), { wave: '-9' });
    expect(waves(home, claim(), early)).toEqual({
      'Namespace shop': 0,
      'PersistentVolumeClaim data': 0,
      'Deployment web': -9,
    });
  });

  it('a claim that says its wave keeps it', () =>
    expect(waves(claim({ wave: '1' }), made('apps/v1', 'Deployment', 'web', mounting('data')))).toEqual({
      'PersistentVolumeClaim data': 1,
      'Deployment web': 0,
    }));

  it('what a migration within the sync reads comes before it, with what that needs in turn', () => {
    const reads = { envFrom: [{ secretRef: { name: 'database' } }, { configMapRef: { name: 'settings' } }] };
    const migration = made('batch/v1', 'Job', 'migrate', pods({ serviceAccountName: 'migrate', containers: [reads] }), {
      hook: 'Sync',
      wave: '-7',
    });
    expect(
      waves(
        migration,
        made('v1', 'Namespace', 'shop', {}, CLUSTER),
        made('v1', 'ServiceAccount', 'migrate'),
        made('v1', 'ConfigMap', 'settings'),
        made('v1', 'ConfigMap', 'other'),
        made('v1', 'Secret', 'database'),
      ),
    ).toEqual({
      'Job migrate': -7,
      'Namespace shop': -7,
      'ServiceAccount migrate': -7,
      'ConfigMap settings': -7,
      'ConfigMap other': -1,
      'Secret database': -7,
    });
  });

  it('what needs something that comes late comes with it', () => {
    const reader = made(
      'apps/v1',
      'Deployment',
      'web',
      pods({ containers: [{ envFrom: [{ configMapRef: { name: 'late' } }] }] }),
    );
    const late = made('v1', 'ConfigMap', 'late', {}, { wave: '4' });
    const target = { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } };
    expect(waves(late, reader, made('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', { spec: target }))).toEqual({
      'ConfigMap late': 4,
      'Deployment web': 4,
      'HorizontalPodAutoscaler web': 4,
    });
  });

  it('an optional reference, and Pods that nobody starts in the sync, wait for nothing', () => {
    const late = made('v1', 'ConfigMap', 'late', {}, { wave: '4' });
    const optional = { envFrom: [{ configMapRef: { name: 'late', optional: true } }] };
    const needed = { containers: [{ envFrom: [{ configMapRef: { name: 'late' } }] }] };
    expect(
      waves(
        late,
        made('apps/v1', 'Deployment', 'web', pods({ containers: [optional] })),
        made('batch/v1', 'CronJob', 'report', { spec: { jobTemplate: pods(needed) } }),
      ),
    ).toEqual({ 'ConfigMap late': 4, 'Deployment web': 0, 'CronJob report': 0 });
  });

  it('a webhook comes after the Pods that answer it, unless it lets through what they do not', () => {
    const webhook = (name: string, failurePolicy?: string) =>
      made(
        'admissionregistration.k8s.io/v1',
        'ValidatingWebhookConfiguration',
        name,
        {
          webhooks: [
            {
              clientConfig: { service: { name: 'web', namespace: 'shop' } },
              ...(failurePolicy === undefined ? {} : { failurePolicy }),
            },
          ],
        },
        CLUSTER,
      );
    expect(
      waves(
        webhook('strict'),
        webhook('lenient', 'Ignore'),
        made('v1', 'Service', 'web', { spec: { selector: { app: 'web' } } }),
        made('apps/v1', 'Deployment', 'web', pods({})),
      ),
    ).toEqual({
      'ValidatingWebhookConfiguration strict': 1,
      'ValidatingWebhookConfiguration lenient': 0,
      'Service web': 0,
      'Deployment web': 0,
    });
  });

  it('an API comes with the Pods that serve it, and an object after its definition', () => {
    const service = { name: 'web', namespace: 'shop' };
    const definition = { group: 'example.com', names: { kind: 'Shop' }, scope: 'Namespaced' };
    expect(
      waves(
        made('apiregistration.k8s.io/v1', 'APIService', 'v1.example.com', { spec: { service } }, CLUSTER),
        made('v1', 'Service', 'web', { spec: { selector: { app: 'web' } } }),
        made('apps/v1', 'Deployment', 'web', pods({}), { wave: '2' }),
        made(
          'apiextensions.k8s.io/v1',
          'CustomResourceDefinition',
          'shops',
          { spec: definition },
          {
            namespace: null,
            wave: '3',
          },
        ),
        made('example.com/v1', 'Shop', 'one'),
      ),
    ).toMatchObject({ 'APIService v1.example.com': 2, 'Shop one': 3 });
  });

  it('hooks of other phases have an order of their own', () => {
    const early = made('batch/v1', 'Job', 'before', pods({ serviceAccountName: 'before' }), {
      hook: 'PreSync',
      wave: '-9',
    });
    expect(waves(early, made('v1', 'ServiceAccount', 'before'))).toEqual({
      'Job before': -9,
      'ServiceAccount before': -4,
    });
  });

  it('an external secret comes with its store', () => {
    const api = 'external-secrets.io/v1';
    expect(
      waves(
        made(api, 'SecretStore', 'aws', {}, { wave: '1' }),
        made(api, 'ExternalSecret', 'database', { spec: { secretStoreRef: { name: 'aws' } } }),
      ),
    ).toEqual({ 'SecretStore aws': 1, 'ExternalSecret database': 1 });
  });
});
