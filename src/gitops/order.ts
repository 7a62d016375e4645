import { podTemplatesOf } from '../model/pod-spec';
import type { RenderedObject } from '../model/rendered-object';
import { appObjects, type SyncNeed } from '../model/sync/app-objects';
import { type ClaimUse, claimUses } from '../model/sync/claim-uses';
import { syncNeeds } from '../model/sync/needs';
import { phasesOf, writtenWave } from '../model/sync/phases';
import { LAST, tableWave } from './waves';

type Waves = Map<RenderedObject, number>;

export interface Order {
  readonly waves: ReadonlyMap<RenderedObject, number>;
  /** Claims that are Pending after the sync, until Pods start at another time. */
  readonly pending: ReadonlySet<RenderedObject>;
}

/**
 * The wave of each object of an app: the one that it says, or that of the table for its kind, moved where the table would
 * have a wave wait for a later one. What somebody put early draws what it needs with it; what needs something that comes
 * late comes with it. A claim is in the wave of the first Pods that mount it: before them it would be Pending, after them
 * they would be. Where two objects say waves that contradict each other, the rule `policy/valid-sync-wave` tells.
 */
export function orderOf(objects: readonly RenderedObject[]): Order {
  const waves: Waves = new Map(objects.map((object) => [object, writtenWave(object) ?? tableWave(object)]));
  const app = appObjects(objects);
  const needs = syncNeeds(app).filter(isWithinSync);
  const uses = [...claimUses(app)];
  const claims = uses.flatMap(([claim, all]) => {
    const own = needs.filter(({ object }) => object === claim);
    return writtenWave(claim) === undefined ? [{ claim, uses: all, needs: own }] : [];
  });
  drawAlong(needs, waves);
  for (let again = true; again; ) {
    const put = needs.filter((need) => putBehind(need, waves));
    const moved = claims.filter((one) => putBeside(one, waves));
    again = put.length + moved.length > 0;
  }
  const pending = uses.flatMap(([claim, all]) => (all.some(({ starts }) => starts) ? [] : [claim]));
  return { waves, pending: new Set(pending) };
}

/** Hooks of other phases have an order of their own. */
function isWithinSync({ object, needed }: SyncNeed): boolean {
  return phasesOf(object).has('Sync') && phasesOf(needed).has('Sync');
}

/** From what says an early wave to what it needs, as far as that needs no Pods. */
function drawAlong(needs: readonly SyncNeed[], waves: Waves): void {
  const drawn = new Set(needs.map(({ object }) => object).filter((object) => isPlaced(object)));
  for (let again = true; again; ) {
    again = false;
    for (const { object, needed, after } of needs) {
      const wave = waveIn(waves, object);
      const isMovable = after === undefined && !isPlaced(needed) && podTemplatesOf(needed).length === 0;
      if (!drawn.has(object) || !isMovable || waveIn(waves, needed) <= wave) continue;
      waves.set(needed, wave);
      drawn.add(needed);
      again = true;
    }
  }
}

/** Whether somebody placed it. */
function isPlaced(object: RenderedObject): boolean {
  return writtenWave(object) !== undefined;
}

function earliestOf({ needed, after }: SyncNeed, waves: Waves): number {
  return waveIn(waves, needed) + (after === true ? 1 : 0);
}

function putBehind(need: SyncNeed, waves: Waves): boolean {
  const { object } = need;
  const earliest = earliestOf(need, waves);
  if (isPlaced(object) || waveIn(waves, object) >= earliest) return false;
  waves.set(object, earliest);
  return true;
}

interface MountedClaim {
  readonly claim: RenderedObject;
  readonly uses: readonly ClaimUse[];
  /** What it needs itself, such as its Namespace. */
  readonly needs: readonly SyncNeed[];
}

/**
 * A claim whose Pods start at another time is Pending until then, and comes where no wave waits for it. It never comes
 * before what it needs itself, however early somebody put its Pods.
 */
function putBeside({ claim, uses, needs }: MountedClaim, waves: Waves): boolean {
  const users = uses.filter(({ user, starts }) => starts && phasesOf(user).has('Sync'));
  const beside = users.length === 0 ? LAST : Math.min(...users.map(({ user }) => waveIn(waves, user)));
  const wave = Math.max(beside, ...needs.map((need) => earliestOf(need, waves)));
  if (waveIn(waves, claim) === wave) return false;
  waves.set(claim, wave);
  return true;
}

function waveIn(waves: ReadonlyMap<RenderedObject, number>, object: RenderedObject): number {
  return waves.get(object) ?? 0;
}
