import { TRACKING_ID } from '../../knowledge/argocd/annotations';
import { defined } from '../../model/defined';
import { identityKey, type ObjectIdentity, splitApiVersion } from '../../model/identity';
import { isJsonObject, type JsonObject, listAt, mapAt, textAt } from '../../model/json';
import { by } from '../../model/order';
import type { Ask } from './ask';
import { inParallel } from './in-parallel';

/** An object that an Application of ours tracks on the cluster. */
export interface Tracked {
  readonly application: string;
  readonly object: ObjectIdentity;
  readonly value: JsonObject;
}

/**
 * The objects that some Applications track by annotation, without those that are rendered: Argo CD would prune them.
 * Kinds that this user may not list are passed over.
 */
export async function trackedObjects(
  applications: readonly string[],
  rendered: readonly { readonly object: ObjectIdentity }[],
  ask: Ask,
): Promise<readonly Tracked[]> {
  if (applications.length === 0) return [];
  const ours = new Set(applications);
  const known = new Set(rendered.map(({ object }) => identityKey(object)));
  const found: Tracked[] = [];
  await inParallel(await listedKinds(ask), async ({ apiVersion, kind, path }) => {
    const { status, body } = await ask('GET', path);
    if (status !== 200) return;
    for (const item of listAt(body, 'items').filter(isJsonObject)) {
      const tracked = trackedBy({ ...item, apiVersion, kind }, ours);
      if (tracked !== undefined && !known.has(identityKey(tracked.object))) found.push(tracked);
    }
  });
  return found.sort(by(({ object }) => identityKey(object)));
}

/** A copy carries the annotation of its original, as that of a controller: the id then names another object. */
function trackedBy(value: JsonObject, applications: ReadonlySet<string>): Tracked | undefined {
  const [application = '', kindOf, nameOf] = (textAt(value, 'metadata', 'annotations', TRACKING_ID) ?? '').split(':');
  if (!applications.has(application)) return undefined;
  const { group } = splitApiVersion(textAt(value, 'apiVersion') ?? '');
  const { name, namespace } = mapAt(value, 'metadata');
  if (typeof name !== 'string') return undefined;
  const kind = textAt(value, 'kind') ?? '';
  const isItself = kindOf === `${group}/${kind}` && nameOf?.endsWith(`/${name}`) === true;
  const isOwned = listAt(value, 'metadata', 'ownerReferences').length > 0;
  if (!isItself || isOwned) return undefined;
  const object = {
    group,
    kind,
    ...defined({ namespace: typeof namespace === 'string' ? namespace : undefined }),
    name,
  };
  return { application, object, value };
}

interface ListedKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly path: string;
}

/** Every kind that the server lists, in the version that it prefers. */
async function listedKinds(ask: Ask): Promise<readonly ListedKind[]> {
  const { body } = await ask('GET', '/apis');
  const versions = listAt(body, 'groups').flatMap((group) => textAt(group, 'preferredVersion', 'groupVersion') ?? []);
  const found: ListedKind[] = [];
  await inParallel(['v1', ...versions], async (apiVersion) => {
    const root = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
    const { body: resources } = await ask('GET', root);
    for (const one of listAt(resources, 'resources')) {
      const [name, kind] = [textAt(one, 'name') ?? '', textAt(one, 'kind') ?? ''];
      const isListed = listAt(one, 'verbs').includes('list') && !name.includes('/') && !PASSED_OVER.has(kind);
      if (isListed) found.push({ apiVersion, kind, path: `${root}/${name}` });
    }
  });
  return found;
}

/** Many, and never from Git. */
const PASSED_OVER = new Set([
  'Event',
  'Pod',
  'ReplicaSet',
  'EndpointSlice',
  'Endpoints',
  'Lease',
  'ControllerRevision',
]);
