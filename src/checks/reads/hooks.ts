import { HOOK_DELETE_POLICIES, HOOK_DELETE_WORDS, HOOK_TYPES, SYNC_WAVE } from '../../knowledge/argocd/annotations';
import { mapAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import { didYouMean } from '../../model/suggest';
import { phasesOf } from '../../model/sync/phases';
import type { ObjectIndex } from '../engine/object-index';
import type { Tell } from '../engine/rule';

/** Whether Argo CD applies it, and waits for its end, before the other objects of its Application. */
export function isEarlyHook(object: RenderedObject): boolean {
  return phasesOf(object).has('PreSync');
}

/** An account of Pods that all are early hooks: it has to be there before anything else is. */
function isAccountOfHooks(object: RenderedObject, index: ObjectIndex): boolean {
  if (object.kind !== 'ServiceAccount' || object.group !== '' || !isEarlyHook(object)) return false;
  const users = index
    .templatesIn(object.namespace ?? '')
    .filter(({ spec }) => textAt(spec, 'serviceAccountName') === object.name);
  return users.length > 0 && users.every(({ owner }) => isEarlyHook(owner));
}

/** A hook is deleted before it runs again, and never compared with what is on the cluster. */
export function judgeHook(
  object: RenderedObject,
  [key, found]: readonly [string, string],
  index: ObjectIndex,
  tell: Tell,
): void {
  if (wordsOf(found).includes('Skip')) return;
  const unknown = wordsOf(found).filter((word) => HOOK_TYPES[key]?.includes(word) !== true);
  if (unknown.length > 0) tellUnknownType(key, found, unknown, tell);
  if (object.kind === 'Job' && object.group === 'batch') return judgeDeletePolicy(object, tell);
  if (isAccountOfHooks(object, index)) return;
  tell({
    path: ['metadata', 'annotations', key],
    found,
    wanted: 'a Job',
    what: `it is a hook (${found}), so Argo CD deletes it before each sync that runs it, and shows no difference to what is on the cluster.`,
    fix: `remove the annotation, and order objects by ${SYNC_WAVE}; only a Job is a hook, and the ServiceAccount of a Job that runs before the sync.`,
  });
}

/** An object with the annotation is a hook whatever it says, and one without a known type belongs to no phase of a sync. */
function tellUnknownType(key: string, found: string, unknown: readonly string[], tell: Tell): void {
  const known = HOOK_TYPES[key] ?? [];
  const [first = ''] = unknown;
  const never =
    wordsOf(found).length === unknown.length ? 'it is a hook that never runs' : 'that part of it never runs';
  tell({
    path: ['metadata', 'annotations', key],
    found,
    wanted: known.join(', '),
    what: `${unknown.map((word) => JSON.stringify(word)).join(' and ')} is not a type of hook that Argo CD runs, so ${never}.${didYouMean(first, known)}`,
    fix: `use one of: ${known.join(', ')}.`,
    // Helm has hooks of its own, for tests and for going back, that come along with a chart's YAML.
    severity: key.startsWith('helm.sh/') ? 'warning' : 'error',
  });
}

/** A hook that stays keeps its name, and a Job of that name cannot be made again. */
function judgeDeletePolicy(object: RenderedObject, tell: Tell): void {
  const annotations = mapAt(object.value, 'metadata', 'annotations');
  const given = HOOK_DELETE_POLICIES.flatMap((key) =>
    wordsOf(annotations[key]).map((word) => ({ key, word, when: own(word) })),
  );
  for (const { key, word, when } of given) if (when === undefined) tellUnknownPolicy(key, word, tell);
  const known = given.filter(({ when }) => when !== undefined);
  const [first] = known;
  const has = (wanted: string) => known.some(({ when }) => when === wanted);
  // Where no policy is known, a hook is deleted before it is made again.
  if (first === undefined || has('created') || (has('succeeded') && has('failed'))) return;
  const [deleted, kept] = has('succeeded') ? ['succeeds', 'failed'] : ['fails', 'finished'];
  tell({
    path: ['metadata', 'annotations', first.key],
    found: String(annotations[first.key]),
    wanted: 'BeforeHookCreation',
    what: `its hook Job is deleted only when it ${deleted}. A ${kept} one stays, and every later sync stops at it until somebody deletes it by hand.`,
    fix: 'use BeforeHookCreation, which is also what counts where nothing is said.',
    severity: 'warning',
  });
}

function tellUnknownPolicy(key: string, found: string, tell: Tell): void {
  const known = Object.keys(HOOK_DELETE_WORDS);
  tell({
    path: ['metadata', 'annotations', key],
    found,
    what: `Argo CD does not know the delete policy ${JSON.stringify(found)} and passes over it.${didYouMean(found, known)}`,
    fix: 'use BeforeHookCreation, HookSucceeded or HookFailed.',
    severity: 'warning',
  });
}

function own(word: string): string | undefined {
  return Object.hasOwn(HOOK_DELETE_WORDS, word) ? HOOK_DELETE_WORDS[word] : undefined;
}

/** `PreSync, PostSync`; nothing but blanks is one empty word, as Argo CD takes it. */
function wordsOf(text: unknown): readonly string[] {
  return typeof text === 'string' ? text.split(',').map((word) => word.trim()) : [];
}
