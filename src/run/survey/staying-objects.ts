import { ARGOCD_GROUP } from '../../knowledge/argocd/kinds';
import { appFolder, isSteeringApp, kindInPath } from '../../knowledge/argocd/output-paths';
import { byRisk } from '../../knowledge/risk/risks';
import type { Change } from '../../model/change';
import { isByArgocd } from '../../model/consumer';
import type { Environment } from '../../model/environment';
import { identityKey } from '../../model/identity';
import type { RenderedObject } from '../../model/rendered-object';
import type { Effect } from '../../model/risk';
import { stayingOf } from '../../model/staying';
import { syncedApp } from '../../write/replaced-applications';
import { withEffects } from './change-effects';

/** Which objects Argo CD leaves on the cluster although they go from their app. */
export function stayingObjects(
  gone: readonly RenderedObject[],
  objects: readonly RenderedObject[],
  environment: Environment,
): ReadonlySet<RenderedObject> {
  const folder = ({ app }: RenderedObject) => appFolder(environment.name, app);
  const apps = new Set(objects.map(folder));
  return stayingOf(
    isByArgocd(environment) ? gone.filter(({ app }) => !isSteeringApp(app)) : [],
    (one) => ({
      app: folder(one),
      kind: kindInPath(one.group, one.kind),
      namespace: one.namespace,
      name: one.name,
      committed: one.value,
    }),
    (app) => apps.has(app),
  );
}

/** What it does that such an object is no longer rendered where it was. */
export function keptEffect({ moved, renamed }: Pick<Change, 'moved' | 'renamed'>): Effect {
  const kept = 'it was committed with Prune=false, so Argo CD leaves it on the cluster';
  const then =
    renamed === undefined ? 'delete it by hand once nobody needs it' : 'the one of the new name is another object';
  const why =
    moved === undefined
      ? `${kept}, where it belongs to no app: ${then}.`
      : `${kept}; ${moved} takes it over when the command that synth prints has run.`;
  return { risk: 'later', why, row: 'kept' };
}

/** An Application that goes with its app takes what does not stay: as much as the removals of the app say themselves. */
export function withDelivered(
  changes: readonly Change[],
  gone: readonly RenderedObject[],
  objects: readonly RenderedObject[],
): readonly Change[] {
  const apps = new Set(objects.map(({ app }) => app));
  const synced = new Map(
    gone
      .filter(({ app, group, kind }) => isSteeringApp(app) && group === ARGOCD_GROUP && kind === 'Application')
      .map((one) => [identityKey(one), syncedApp(one.value)]),
  );
  return changes.map((change) => {
    const app =
      change.kind === 'removed' && isSteeringApp(change.app) ? synced.get(identityKey(change.object)) : undefined;
    if (app === undefined || apps.has(app)) return change;
    const own = changes.filter((one) => one.kind === 'removed' && one.app === app);
    if (!own.some(({ stays }) => stays)) return change;
    const { also: _also, ...plain } = change;
    return withEffects(plain, [deliveredEffect(own.filter(({ stays }) => stays !== true))]);
  });
}

function deliveredEffect(lost: readonly Change[]): Effect {
  const [worst] = lost.flatMap(({ risk }) => risk ?? []).sort(byRisk);
  if (worst === undefined)
    return {
      risk: 'later',
      why: 'all of its objects were committed with Prune=false and Delete=false: they stay.',
      row: 'kept',
    };
  return { risk: worst, why: 'with it go those of its objects that do not stay; each is told itself.', row: 'kept' };
}
