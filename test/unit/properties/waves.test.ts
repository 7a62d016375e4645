import fc from 'fast-check';
import { orderOf } from '../../../src/gitops/order';
import type { JsonObject } from '../../../src/model/json';
import { type RenderedObject, renderedObject } from '../../../src/model/rendered-object';
import { appObjects } from '../../../src/model/sync/app-objects';
import { claimUses } from '../../../src/model/sync/claim-uses';
import { syncNeeds } from '../../../src/model/sync/needs';
import { phasesOf, writtenWave } from '../../../src/model/sync/phases';

const RUNS = 1000;
const NAMES = ['a', 'b', 'c'];
const NAMESPACE = 'shop';

const name = fc.constantFrom(...NAMES);
const names = fc.uniqueArray(name, { maxLength: 3 });
/** Most objects say no wave. */
const wave = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.integer({ min: -9, max: 9 }) },
);
const place = fc.record({ name, wave, hook: fc.constantFrom(undefined, undefined, undefined, 'Sync', 'PreSync') });
type Place = typeof place extends fc.Arbitrary<infer T> ? T : never;

function object(apiVersion: string, kind: string, at: Place, rest: JsonObject, isInNamespace = true): RenderedObject {
  const annotations: JsonObject = {
    ...(at.wave !== undefined && { 'argocd.argoproj.io/sync-wave': String(at.wave) }),
    ...(at.hook !== undefined && { 'argocd.argoproj.io/hook': at.hook }),
  };
  const metadata = { name: at.name, annotations, ...(isInNamespace && { namespace: NAMESPACE }) };
  return renderedObject({ apiVersion, kind, metadata, ...rest }, { environment: 'prod', app: 'shop' });
}

/** Kinds whose objects are nothing but what others need. */
const plain = fc
  .tuple(fc.constantFrom(['v1', 'ConfigMap'], ['v1', 'Secret'], ['v1', 'ServiceAccount']), place)
  .map(([[apiVersion = '', kind = ''], at]) => object(apiVersion, kind, at, {}));

const claim = fc.tuple(place, fc.boolean()).map(([at, isBound]) =>
  object('v1', 'PersistentVolumeClaim', at, {
    spec: isBound ? { storageClassName: '', volumeName: 'disk' } : { storageClassName: 'gp3' },
  }),
);

const KINDS = [
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['argoproj.io/v1alpha1', 'Rollout'],
  ['batch/v1', 'Job'],
  ['batch/v1', 'CronJob'],
  ['example.com/v1', 'Custom'],
];

/** What runs Pods, which read, mount and run as what the names say. */
const workload = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    at: place,
    reads: names,
    mounts: names,
    runsAs: name,
    replicas: fc.nat(1),
  })
  .map(({ kind: [apiVersion = '', kind = ''], at, reads, mounts, runsAs, replicas }) => {
    const envFrom = reads.flatMap((one) => [{ configMapRef: { name: one } }, { secretRef: { name: one } }]);
    const volumes = mounts.map((claimName) => ({ name: claimName, persistentVolumeClaim: { claimName } }));
    const spec = { serviceAccountName: runsAs, containers: [{ name: 'main', envFrom }], volumes };
    const template = { metadata: { labels: { app: at.name } }, spec };
    return object(apiVersion, kind, at, {
      spec: kind === 'CronJob' ? { jobTemplate: { spec: { template } } } : { replicas, template },
    });
  });

const service = place.map((at) => object('v1', 'Service', at, { spec: { selector: { app: at.name } } }));
const webhook = fc
  .tuple(place, fc.constantFrom('Validating', 'Mutating'), name)
  .map(([at, what, behind]) =>
    object(
      'admissionregistration.k8s.io/v1',
      `${what}WebhookConfiguration`,
      at,
      { webhooks: [{ name: 'a.example.com', clientConfig: { service: { name: behind, namespace: NAMESPACE } } }] },
      false,
    ),
  );
const apiService = fc
  .tuple(place, name)
  .map(([at, behind]) =>
    object(
      'apiregistration.k8s.io/v1',
      'APIService',
      at,
      { spec: { service: { name: behind, namespace: NAMESPACE } } },
      false,
    ),
  );
const scaler = fc.tuple(place, fc.constantFrom(...KINDS), name).map(([at, [apiVersion = '', kind = ''], target]) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', at, {
    spec: { scaleTargetRef: { apiVersion, kind, name: target } },
  }),
);
const namespace = place.map((at) => object('v1', 'Namespace', { ...at, name: NAMESPACE }, {}, false));
const definition = place.map((at) =>
  object(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    at,
    { spec: { group: 'example.com', names: { kind: 'Custom' } } },
    false,
  ),
);

const app = fc
  .array(fc.oneof(plain, claim, workload, service, webhook, apiService, scaler, namespace, definition), {
    maxLength: 24,
  })
  .map((all) => [...new Map(all.map((one) => [`${one.group}/${one.kind}/${one.name}`, one])).values()]);

const isInSync = (one: RenderedObject) => phasesOf(one).has('Sync');
const check = (holds: (objects: readonly RenderedObject[]) => void) =>
  fc.assert(fc.property(app, holds), { numRuns: RUNS });

describe('the waves of any app', () => {
  it('14.3 has an order: none that is ours waits for a later one', () =>
    check((objects) => {
      const { waves } = orderOf(objects);
      const at = (one: RenderedObject) => waves.get(one) ?? Number.NaN;
      for (const { object: one, needed, after } of syncNeeds(appObjects(objects))) {
        if (!isInSync(one) || !isInSync(needed) || writtenWave(one) !== undefined) continue;
        expect(at(one)).toBeGreaterThanOrEqual(at(needed) + (after === true ? 1 : 0));
      }
    }));

  it('14.3 keeps what somebody wrote', () =>
    check((objects) => {
      const { waves } = orderOf(objects);
      for (const one of objects) expect(waves.get(one)).toBe(writtenWave(one) ?? waves.get(one));
      expect(waves.size).toBe(objects.length);
    }));

  it('14.3 has no claim wait in a wave before its first Pods, but for what it needs itself', () =>
    check((objects) => {
      const { waves, pending } = orderOf(objects);
      const at = (one: RenderedObject) => waves.get(one) ?? Number.NaN;
      const all = appObjects(objects);
      for (const [one, uses] of claimUses(all)) {
        const users = uses.filter(({ user, starts }) => starts && isInSync(user));
        expect(pending.has(one)).toBe(!uses.some(({ starts }) => starts));
        if (writtenWave(one) !== undefined || users.length === 0) continue;
        const home = objects.find(({ kind }) => kind === 'Namespace');
        const first = Math.min(...users.map(({ user }) => at(user)));
        const least = home !== undefined && isInSync(one) && isInSync(home) ? at(home) : Number.NEGATIVE_INFINITY;
        expect(at(one)).toBe(Math.max(first, least));
      }
    }));

  it('14.3 is the same whatever the order of the objects', () =>
    check((objects) => {
      const { waves } = orderOf(objects);
      const { waves: turned } = orderOf([...objects].reverse());
      for (const one of objects) expect(turned.get(one)).toBe(waves.get(one));
    }));
});
