import { applicationsOfSet } from '../../gitops/application-set';
import { TRACKING_ID } from '../../knowledge/argocd/annotations';
import { ARGOCD_APP } from '../../knowledge/argocd/output-paths';
import { steersArgocd } from '../../knowledge/argocd/parse-output-path';
import type { Change } from '../../model/change';
import { defined } from '../../model/defined';
import type { Environment } from '../../model/environment';
import { identityKey } from '../../model/identity';
import { isJsonObject, type JsonObject, type JsonValue, mapAt } from '../../model/json';
import { diffObjects } from '../../model/object-diff';
import type { RenderedObject } from '../../model/rendered-object';
import { type Effect, effectsOf } from '../../model/risk';
import { SecretValues } from '../../model/secret-values';
import type { ClusterAccess } from '../../referee/apiserver/kubectl-proxy';
import type { LiveCluster, LiveObject } from '../../referee/apiserver/live-objects';
import { hiddenChange, inOrder, withEffects } from './change-effects';
import type { RenderedEnvironment } from './render-environment';

/** Asks the cluster of a kubeconfig. @throws ToolError REFEREE */
export async function liveChanges(
  { environment, files }: RenderedEnvironment,
  committed: ReadonlyMap<string, RenderedObject>,
  access: ClusterAccess,
): Promise<readonly Change[]> {
  const { openCluster } = await import('../../referee/apiserver/kubectl-proxy.js');
  const { readLiveObjects } = await import('../../referee/apiserver/live-objects.js');
  const connection = await openCluster(access);
  try {
    // Applications may live in another cluster, with Argo CD.
    const own = files.filter(({ path }) => !steersArgocd(path));
    const applications = files.flatMap(({ object }) => (object === undefined ? [] : applicationsOf(object)));
    const cluster = await readLiveObjects(own, applications, connection.ask);
    return changesOfCluster(cluster, committed, environment);
  } finally {
    connection.close();
  }
}

function applicationsOf(object: RenderedObject): readonly string[] {
  if (object.app === ARGOCD_APP && object.kind === 'ApplicationSet') return applicationsOfSet(object);
  return object.kind === 'Application' ? [object.name] : [];
}

/**
 * What Argo CD would change on a cluster: by the source, where the field differs from what is committed too; else
 * somebody changed it there. What its Applications track and nobody renders is pruned.
 * @param committed objects as they are committed, where they are rendered otherwise now
 */
export function changesOfCluster(
  { objects, nobody }: LiveCluster,
  committed: ReadonlyMap<string, RenderedObject>,
  environment: Environment,
): readonly Change[] {
  const changes = [
    ...objects.flatMap((one) => changesOfObject(one, committed.get(identityKey(one.object)), environment)),
    ...nobody.map(({ application, object, value }): Change => {
      const app = application.replace(`${environment.name}-`, '');
      const whole = { environment: environment.name, app, object, kind: 'removed' as const, field: '' };
      return { ...withEffects(whole, effectsOf(whole, value, environment)), live: 'nobody' };
    }),
  ];
  const secrets = SecretValues.ofObjects(objects.map(({ object }) => object));
  for (const value of [...objects.map(({ live }) => live), ...nobody.map((one) => one.value)])
    if (mapAt(value)['kind'] === 'Secret') secrets.addFrom(value);
  return inOrder(changes.map((change) => hiddenChange(change, secrets)));
}

function changesOfObject(
  { object, live, planned, refused, unknown }: LiveObject,
  was: RenderedObject | undefined,
  environment: Environment,
): readonly Change[] {
  const { group, kind, namespace, name, app } = object;
  const identity = { group, kind, ...defined({ namespace }), name };
  const whole = { environment: environment.name, app, object: identity, field: '' };
  if (unknown !== undefined) return [{ ...whole, kind: 'added', ...only('unknown', `${unknown}.`), live: 'source' }];
  if (refused !== undefined) {
    const event = live === undefined ? 'added' : 'changed';
    return [{ ...whole, kind: event, ...only('refused', refused), live: 'source' }];
  }
  if (live === undefined) {
    const change = { ...whole, kind: 'added' as const };
    return [{ ...withEffects(change, effectsOf(change, undefined, environment, object.value)), live: 'source' }];
  }
  const [before, after] = [plain(live), plain(planned)];
  const bySource = new Set(was === undefined ? [] : diffObjects(was.value, object.value).map(({ field }) => field));
  return diffObjects(before, after).map((difference): Change => {
    const change = { ...whole, kind: 'changed' as const, ...difference };
    const isBySource = [...bySource].some((field) => areRelated(field, difference.field));
    const effects = effectsOf(change, before, environment, after);
    return { ...withEffects(change, effects), live: isBySource ? 'source' : 'drift' };
  });
}

function only(risk: Effect['risk'], why: string): Effect {
  return { risk, why, row: 'live' };
}

/** One is the other, or lies within it. */
function areRelated(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && /^(?:[.[ ]|$)/.test(long.slice(short.length));
}

const BY_SERVER = ['managedFields', 'resourceVersion', 'uid', 'generation', 'creationTimestamp', 'selfLink'];
const BY_APPLY = [TRACKING_ID, 'kubectl.kubernetes.io/last-applied-configuration'];

/** Without what the server and Argo CD write themselves. */
function plain(value: JsonValue | undefined): JsonObject {
  const { status: _status, metadata, ...rest } = mapAt(value);
  const { annotations, ...others } = without(mapAt(metadata), BY_SERVER);
  const left = isJsonObject(annotations) ? without(annotations, BY_APPLY) : {};
  return { ...rest, metadata: { ...others, ...(Object.keys(left).length > 0 && { annotations: left }) } };
}

function without(map: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
}
