import { SYNC_WAVE } from '../../knowledge/argocd/annotations';
import { EKS_STORAGE_CLASS } from '../../knowledge/aws/cluster-objects';
import type { Environment } from '../../model/environment';
import { describeIdentity } from '../../model/identity';
import { textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { AppObjects } from '../../model/sync/app-objects';
import { type ClaimUse, claimUses } from '../../model/sync/claim-uses';
import { phasesOf, writtenWave } from '../../model/sync/phases';
import type { ObjectIndex } from '../engine/object-index';
import type { Tell } from '../engine/rule';
import { claimsOf } from './claims';
import { hasEksClass } from './platform-objects';

interface Known {
  readonly index: ObjectIndex;
  readonly environment: Environment;
  /** Undefined for an object that is only context. */
  readonly tellAbout: (object: RenderedObject) => Tell | undefined;
}

/** Claims that wait for Pods of a later wave, and Pods that wait for a claim of one. */
export function judgeClaimWaves(app: AppObjects, known: Known): void {
  for (const [claim, all] of claimUses(app)) {
    const uses = all.filter(({ starts }) => starts);
    const within = uses.filter(({ user }) => phasesOf(user).has('Sync'));
    for (const use of within) if (waveOf(use.user) < waveOf(claim)) tellUser(use, known.tellAbout(use.user));
    const [first] = [...within].sort((a, b) => waveOf(a.user) - waveOf(b.user));
    const behind = first ?? uses.find(({ user }) => phasesOf(user).has('PostSync'));
    const isLater = behind !== undefined && (first === undefined || waveOf(claim) < waveOf(first.user));
    const mode = bindingOf(claim, known);
    if (isLater && mode !== 'Immediate') tellClaim(behind, mode, known.tellAbout(claim));
  }
}

function waveOf(object: RenderedObject): number {
  return writtenWave(object) ?? 0;
}

function tellUser({ claim, user, path }: ClaimUse, tell: Tell | undefined): void {
  tell?.({
    path,
    found: claim.name,
    what: `it is in wave ${waveOf(user)} and mounts ${describeIdentity(claim)}, which is in wave ${waveOf(claim)}: Argo CD applies that when wave ${waveOf(user)} is healthy. Until then its Pod stays Pending, so the sync gets no further.`,
    fix: `leave out ${SYNC_WAVE} of the claim: it comes with the first Pods that mount it.`,
  });
}

/** @param mode of its class; undefined where nobody knows it, and the claim may be bound at once */
function tellClaim({ claim, user }: ClaimUse, mode: string | undefined, tell: Tell | undefined): void {
  const isHook = !phasesOf(user).has('Sync');
  const place = isHook ? 'runs when the sync is healthy' : `is in wave ${waveOf(user)}`;
  const why = mode === undefined ? 'Unless its class binds claims at once, it' : 'Its class waits for that Pod, so it';
  tell?.({
    path: [],
    what: `it is in wave ${waveOf(claim)}, and the first Pod that mounts it is that of ${describeIdentity(user)}, which ${place}. ${why} stays Pending, Argo CD waits for it, and the sync gets no further.`,
    fix: isHook
      ? 'run the hook within the sync: argocd.argoproj.io/hook: Sync, which is hook: { when: "Sync" } of a OneOffJob.'
      : `leave out ${SYNC_WAVE} of the claim: it comes with the first Pods that mount it.`,
    ...(mode === undefined ? { severity: 'warning' as const } : {}),
  });
}

/** When the class of a claim makes the volume; undefined where the class is not known. */
function bindingOf(claim: RenderedObject, { index, environment }: Known): string | undefined {
  const name = claimsOf(claim)[0]?.className?.name;
  if (name === undefined || name === '') return undefined;
  const rendered = index.find({ group: EKS_STORAGE_CLASS.group, kind: EKS_STORAGE_CLASS.kind, name });
  if (rendered !== undefined) return textAt(rendered.value, 'volumeBindingMode') ?? 'Immediate';
  return name === EKS_STORAGE_CLASS.name && hasEksClass(environment) ? 'WaitForFirstConsumer' : undefined;
}
