import { jsonPointer } from '../grammar/json-pointer';
import { ALB_BOOKKEEPING, MANAGED_BY, RELEASE_LABEL, ROLLOUT } from '../knowledge/argocd/rollouts';
import { GATEWAY_GROUP } from '../knowledge/gateway/kinds';
import { KUEUE } from '../knowledge/kubernetes/batch';
import { albRoutingOf, servicesOfRollout } from '../model/alb-rollout';
import { gatewayRoutingOf } from '../model/gateway-rollout';
import { identityKey, type ObjectIdentity } from '../model/identity';
import type { IgnoredFields } from '../model/ignored-fields';
import { at, listAt, textAt } from '../model/json';
import { by, byCodeUnit } from '../model/order';
import { templatePathsOf } from '../model/pod-spec';
import type { RenderedObject } from '../model/rendered-object';
import { AUTOSCALERS, scaleTargetOf } from '../model/scale-target';

type Ignore = (id: ObjectIdentity, ...pointers: readonly string[]) => void;

const REPLICAS = jsonPointer('spec', 'replicas');
const annotation = (key: string) => jsonPointer('metadata', 'annotations', key);

/**
 * Fields of an app's objects that a controller writes, by what the app itself renders: the number of Pods under an
 * autoscaler, what Argo Rollouts puts into Services, Ingresses and routes, and what Kueue does to Jobs of its queues. Self-heal
 * would undo them while it runs.
 */
export function writtenByControllers(objects: readonly RenderedObject[]): readonly IgnoredFields[] {
  const found = new Map<string, { readonly id: ObjectIdentity; readonly pointers: Set<string> }>();
  const ignore: Ignore = (id, ...pointers) => {
    const key = identityKey(id);
    const entry = found.get(key) ?? { id, pointers: new Set() };
    for (const pointer of pointers) entry.pointers.add(pointer);
    found.set(key, entry);
  };
  const rendered = new Map(objects.map((object) => [identityKey(object), object]));
  for (const object of objects) {
    if (AUTOSCALERS.some((kind) => kind === `${object.group}/${object.kind}`)) ignore(scaleTargetOf(object), REPLICAS);
    if (isQueued(object)) ignore(object, ...ofQueue(object));
    if (object.group === ROLLOUT.group && object.kind === ROLLOUT.kind) {
      ofRollout(object, ignore);
      ofRoutes(object, rendered, ignore);
    }
  }
  return [...found]
    .filter(([key, { pointers }]) => rendered.has(key) && pointers.size > 0)
    .sort(by(([key]) => key))
    .map(([, { id, pointers }]) => ({ ...selector(id), jsonPointers: [...pointers].sort(byCodeUnit) }));
}

function isQueued({ value }: RenderedObject): boolean {
  return at(value, 'metadata', 'labels', KUEUE.queueName) !== undefined;
}

/** Kueue starts and stops what waits in a queue, and writes the nodes of the flavor into its Pods. */
function ofQueue(object: RenderedObject): readonly string[] {
  const paths = templatePathsOf(object.group, object.kind, () => object.value);
  const places = paths.flatMap((path) => ['nodeSelector', 'tolerations'].map((field) => [...path, 'spec', field]));
  return [['spec', 'suspend'], ...places].map((path) => jsonPointer(...path.map(String)));
}

function ofRollout({ value, namespace = '' }: RenderedObject, ignore: Ignore): void {
  for (const name of servicesOfRollout(value)) {
    const service = { group: '', kind: 'Service', namespace, name };
    // A sync that is applied on the server would replace the selector, and send requests to both releases.
    ignore(service, jsonPointer('spec', 'selector', RELEASE_LABEL), annotation(MANAGED_BY));
  }
  const alb = albRoutingOf(value);
  for (const name of alb?.ingresses ?? []) {
    const ingress = { group: 'networking.k8s.io', kind: 'Ingress', namespace, name };
    ignore(ingress, ...ALB_BOOKKEEPING.map(annotation), annotation(`${alb?.prefix}actions.${alb?.action}`));
    for (const route of alb?.routes ?? [])
      for (const what of ['actions', 'conditions']) ignore(ingress, annotation(`${alb?.prefix}${what}.${route}`));
  }
  const workload = at(value, 'spec', 'workloadRef');
  const scaledDown = textAt(workload, 'scaleDown');
  if (scaledDown === undefined || scaledDown === 'never') return;
  const [name, kind] = [textAt(workload, 'name') ?? '', textAt(workload, 'kind') ?? ''];
  ignore({ group: 'apps', kind, namespace, name }, REPLICAS);
}

/** The weights of its two Services, and of no other backend. */
function ofRoutes(rollout: RenderedObject, rendered: ReadonlyMap<string, RenderedObject>, ignore: Ignore): void {
  const routing = gatewayRoutingOf(rollout.value);
  const namespace = routing?.namespace ?? rollout.namespace ?? '';
  for (const { kind, name } of routing?.routes ?? []) {
    const route = { group: GATEWAY_GROUP, kind, namespace, name };
    listAt(rendered.get(identityKey(route))?.value, 'spec', 'rules').forEach((rule, r) => {
      listAt(rule, 'backendRefs').forEach((backend, b) => {
        if (routing?.services.includes(textAt(backend, 'name') ?? '') !== true) return;
        ignore(route, jsonPointer('spec', 'rules', String(r), 'backendRefs', String(b), 'weight'));
      });
    });
  }
}

function selector({ group, kind, namespace, name }: ObjectIdentity): IgnoredFields {
  return { ...(group === '' ? {} : { group }), kind, name, ...(namespace ? { namespace } : {}) };
}
