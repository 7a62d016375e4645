import { SYNC_WAVE } from '../../../knowledge/argocd/annotations';
import { isByArgocd } from '../../../model/consumer';
import { describeIdentity } from '../../../model/identity';
import { podTemplatesOf } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import { appObjects, type SyncNeed } from '../../../model/sync/app-objects';
import { syncNeeds } from '../../../model/sync/needs';
import { phasesOf, writtenWave } from '../../../model/sync/phases';
import { podReferences } from '../../../model/sync/pod-references';
import { startsPods } from '../../../model/sync/pod-starts';
import type { ObjectIndex } from '../../engine/object-index';
import type { Tell, WholeRule } from '../../engine/rule';
import { judgeClaimWaves } from '../../reads/claim-waves';
import { madeSecret } from '../../reads/config-keys';

export const validSyncWave: WholeRule = {
  id: 'policy/valid-sync-wave',
  severity: 'error',
  summary: 'No wave waits for something that comes in a later wave of the same app.',
  why: 'Argo CD applies a wave when the one before is healthy. Where an object becomes healthy only with the help of another that comes later, the sync waits for ever: neither the rest of the app nor the next commit arrives. On a cluster that has the later object already nobody notices, so it shows on the first new cluster.',
  see: [
    'https://argo-cd.readthedocs.io/en/release-3.2/user-guide/sync-waves/',
    'https://github.com/argoproj/argo-cd/issues/12840',
  ],
  checkAll({ judged, objects, environment, index }, tellOf) {
    if (!isByArgocd(environment)) return;
    const chosen = new Set(judged);
    const tellAbout = (object: RenderedObject) => (chosen.has(object) ? tellOf(object) : undefined);
    for (const all of byApp(objects)) {
      const app = appObjects(all);
      for (const need of syncNeeds(app).filter(isBackwards)) tellNeed(need, tellAbout(need.object));
      for (const need of all.flatMap((object) => makerNeeds(object, index)).filter(isBackwards))
        tellMaker(need, tellAbout(need.object));
      judgeClaimWaves(app, { index, environment, tellAbout });
    }
  },
};

function byApp(objects: readonly RenderedObject[]): Iterable<readonly RenderedObject[]> {
  const apps = new Map<string, RenderedObject[]>();
  for (const object of objects) {
    const known = apps.get(object.app);
    if (known === undefined) apps.set(object.app, [object]);
    else known.push(object);
  }
  return apps.values();
}

/** What makes the Secrets that Pods of the same app read. */
function makerNeeds(object: RenderedObject, index: ObjectIndex): readonly SyncNeed[] {
  if (!startsPods(object)) return [];
  return podTemplatesOf(object)
    .flatMap(podReferences)
    .flatMap(({ id, path, waits, config }) => {
      if (config === undefined || index.find(id) !== undefined) return [];
      const needed = madeSecret(index, object.namespace ?? '', config)?.maker;
      return needed?.app === object.app ? [{ object, needed, path, waits }] : [];
    });
}

/** Where both have a place in the sync itself: what runs before it is judged by `policy/ban-early-hook`. */
function isBackwards({ object, needed }: SyncNeed): boolean {
  const isWithin = phasesOf(object).has('Sync') && phasesOf(needed).has('Sync');
  return isWithin && waveOf(object) < waveOf(needed);
}

function waveOf(object: RenderedObject): number {
  return writtenWave(object) ?? 0;
}

function tellNeed(need: SyncNeed, tell: Tell | undefined): void {
  const { object, needed, path, after } = need;
  const end =
    after === undefined
      ? 'so the sync gets no further'
      : 'and where that is anything of the waves before, the sync gets no further';
  tell?.({
    path,
    found: needed.name,
    what: `${orderText(need)}, ${end}.`,
    fix: `leave out ${SYNC_WAVE} of one of the two, which then follows the other; or write ${waveOf(needed)} here or ${waveOf(object)} there.`,
    ...(after === undefined ? {} : { severity: 'warning' as const }),
  });
}

/** The Secret may be there already, from another time. */
function tellMaker(need: SyncNeed, tell: Tell | undefined): void {
  const { object, needed, path } = need;
  tell?.({
    path,
    found: needed.name,
    what: `${orderText(need)}, so on a cluster that has not got the Secret the sync gets no further.`,
    fix: `write ${SYNC_WAVE}: "${waveOf(needed)}" here, or at most "${waveOf(object)}" for ${describeIdentity(needed)}.`,
    severity: 'warning',
  });
}

function orderText({ object, needed, waits }: SyncNeed): string {
  const [early, late] = [waveOf(object), waveOf(needed)];
  return `it is in wave ${early} and needs ${describeIdentity(needed)}, which is in wave ${late}: Argo CD applies that when wave ${early} is healthy. Until then ${waits}`;
}
