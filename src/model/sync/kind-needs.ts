import { at, type FieldPath, isJsonObject, listAt, mapAt, textAt } from '../json';
import { podTemplatesOf } from '../pod-spec';
import type { RenderedObject } from '../rendered-object';
import { AUTOSCALERS, scaleTargetOf, VERTICAL_AUTOSCALERS } from '../scale-target';
import type { AppObjects, SyncNeed } from './app-objects';
import { startsPods } from './pod-starts';

type Needs = (object: RenderedObject, app: AppObjects) => readonly SyncNeed[];

const WEBHOOKS = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'];

/** What objects of some kinds need before they are healthy, or before they do no harm. */
const NEEDS: ReadonlyMap<string, Needs> = new Map<string, Needs>([
  ...[...AUTOSCALERS, ...VERTICAL_AUTOSCALERS].map((kind) => [kind, ofAutoscaler] as const),
  ...WEBHOOKS.map((kind) => [`admissionregistration.k8s.io/${kind}`, ofWebhooks] as const),
  ['apiregistration.k8s.io/APIService', ofApiService],
  ['external-secrets.io/ExternalSecret', ofExternalSecret],
]);

export function kindNeeds(object: RenderedObject, app: AppObjects): readonly SyncNeed[] {
  return NEEDS.get(`${object.group}/${object.kind}`)?.(object, app) ?? [];
}

function ofAutoscaler(object: RenderedObject, { find }: AppObjects): readonly SyncNeed[] {
  const needed = find(scaleTargetOf(object));
  const field = object.group === 'autoscaling.k8s.io' ? 'targetRef' : 'scaleTargetRef';
  return needed === undefined
    ? []
    : [{ object, needed, path: ['spec', field, 'name'], waits: 'it finds nothing to scale and is Degraded' }];
}

/** Until Pods answer, the server refuses whatever such a webhook judges, those Pods' own objects among it. */
function ofWebhooks(object: RenderedObject, app: AppObjects): readonly SyncNeed[] {
  return listAt(object.value, 'webhooks').flatMap((webhook, i) => {
    if (textAt(webhook, 'failurePolicy') === 'Ignore') return [];
    const service = at(webhook, 'clientConfig', 'service');
    const waits = 'the server refuses all that it judges';
    return servedBy(service, app).map((needed) => ({
      object,
      needed,
      path: ['webhooks', i, 'clientConfig', 'service', 'name'],
      waits,
      after: true as const,
    }));
  });
}

function ofApiService(object: RenderedObject, app: AppObjects): readonly SyncNeed[] {
  const path: FieldPath = ['spec', 'service', 'name'];
  const waits = 'it is not available, and Argo CD waits for it';
  return servedBy(at(object.value, 'spec', 'service'), app).map((needed) => ({ object, needed, path, waits }));
}

/** A Service of the app, and what starts the Pods behind it. */
function servedBy(reference: unknown, { all, find }: AppObjects): readonly RenderedObject[] {
  const name = textAt(reference, 'name');
  const namespace = textAt(reference, 'namespace');
  if (!isJsonObject(reference) || name === undefined || namespace === undefined) return [];
  const service = find({ group: '', kind: 'Service', namespace, name });
  if (service === undefined) return [];
  const selector = Object.entries(mapAt(service.value, 'spec', 'selector'));
  if (selector.length === 0) return [service];
  const isSelected = (one: RenderedObject) =>
    one.namespace === namespace &&
    startsPods(one) &&
    podTemplatesOf(one).some(({ labels }) => selector.every(([key, value]) => labels[key] === value));
  return [service, ...all.filter(isSelected)];
}

function ofExternalSecret(object: RenderedObject, { find }: AppObjects): readonly SyncNeed[] {
  const { group, namespace = '' } = object;
  const path: FieldPath = ['spec', 'secretStoreRef', 'name'];
  const name = textAt(object.value, ...path);
  if (name === undefined) return [];
  const isShared = textAt(object.value, 'spec', 'secretStoreRef', 'kind') === 'ClusterSecretStore';
  const needed = find(
    isShared ? { group, kind: 'ClusterSecretStore', name } : { group, kind: 'SecretStore', namespace, name },
  );
  return needed === undefined ? [] : [{ object, needed, path, waits: 'it finds no store and is Degraded' }];
}
