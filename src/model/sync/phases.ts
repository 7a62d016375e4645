import { HOOK_PHASES, HOOK_WEIGHT, HOOKS, SYNC_WAVE, WAVE_TEXT } from '../../knowledge/argocd/annotations';
import { mapAt } from '../json';
import type { RenderedObject } from '../rendered-object';

export type SyncPhase = 'PreSync' | 'Sync' | 'PostSync';

const WITHIN: ReadonlySet<SyncPhase> = new Set(['Sync']);

/**
 * The phases of a sync in which Argo CD applies an object; none for a hook that runs at another time, or never. Helm's
 * annotation counts where Argo CD's own is not.
 */
export function phasesOf({ value }: RenderedObject): ReadonlySet<SyncPhase> {
  const annotations = mapAt(value, 'metadata', 'annotations');
  const key = HOOKS.find((one) => annotations[one] !== undefined);
  if (key === undefined) return WITHIN;
  const text = annotations[key];
  const words = typeof text === 'string' ? text.split(',').map((word) => word.trim()) : [];
  return new Set(words.flatMap((word) => (Object.hasOwn(HOOK_PHASES, word) ? (HOOK_PHASES[word] ?? []) : [])));
}

/** The wave that an object says itself, as Argo CD reads it; undefined where it says none. */
export function writtenWave({ value }: RenderedObject): number | undefined {
  const annotations = mapAt(value, 'metadata', 'annotations');
  const text = annotations[SYNC_WAVE] ?? annotations[HOOK_WEIGHT];
  if (text === undefined) return undefined;
  return typeof text === 'string' && WAVE_TEXT.test(text) ? Number(text) : 0;
}
