import type { ChangeEvent } from '../../knowledge/risk/row';
import { readCommitted } from '../../load/committed';
import { requireReadOutput } from '../../load/committed-file';
import type { Change } from '../../model/change';
import { defined } from '../../model/defined';
import type { Environment } from '../../model/environment';
import { describeIdentity, identityKey, type ObjectIdentity } from '../../model/identity';
import { diffObjects } from '../../model/object-diff';
import { podsOfRollout } from '../../model/pods-of-rollout';
import { renamesOf } from '../../model/renamed';
import type { RenderedObject } from '../../model/rendered-object';
import { type Effect, effectsOf } from '../../model/risk';
import { SecretValues } from '../../model/secret-values';
import { hiddenChange, inOrder, withEffects } from './change-effects';
import type { RenderedEnvironment } from './render-environment';
import { keptEffect, stayingObjects, withDelivered } from './staying-objects';

/**
 * What differs between the committed output and a fresh render of an environment, field by field; deletions first.
 * @param within the paths that a `synth` of the same selection would write and delete
 * @throws ToolError OUTPUT where something committed cannot be read
 */
export function changesOf(
  { environment, objects }: RenderedEnvironment,
  outDir: string,
  within: readonly string[],
): readonly Change[] {
  const { objects: committed, unread } = readCommitted(outDir, environment.name, { within });
  requireReadOutput(unread);
  return changesBetween(committed, objects, environment);
}

/** What differs between two sets of objects of one environment, with the effect of each change. */
export function changesBetween(
  committed: readonly RenderedObject[],
  objects: readonly RenderedObject[],
  environment: Environment,
): readonly Change[] {
  const now = new Map(objects.map((object) => [keyOf(object), object]));
  const before = new Map(committed.map((object) => [keyOf(object), object]));
  const gone = committed.filter((object) => !now.has(keyOf(object)));
  const come = objects.filter((object) => !before.has(keyOf(object)));
  const movesOf = movedObjects(gone, come);
  const isStaying = (object: RenderedObject) => movesOf(object).moved === undefined;
  const staying = stayingObjects(gone, objects, environment);
  const stays = (was: RenderedObject): Others => (staying.has(was) ? { stays: true } : {});
  const renames = renamedObjects(gone.filter(isStaying), come.filter(isStaying));
  const changes: Change[] = [
    ...gone.map((was) => oneSided('removed', was, { ...movesOf(was), ...renames(was), ...stays(was) }, environment)),
    ...come.map((is) => oneSided('added', is, { ...movesOf(is), ...renames(is) }, environment)),
    ...objects.flatMap((object) => {
      const old = before.get(keyOf(object));
      return old === undefined ? [] : changedFields(old, object, { environment, objects });
    }),
  ];
  const secrets = SecretValues.ofObjects([...committed, ...objects]);
  return inOrder(withDelivered(changes, gone, objects).map((change) => hiddenChange(change, secrets)));
}

interface Around {
  readonly environment: Environment;
  readonly objects: readonly RenderedObject[];
}

function changedFields(
  old: RenderedObject,
  object: RenderedObject,
  { environment, objects }: Around,
): readonly Change[] {
  const rollout = podsOfRollout(object, objects);
  return diffObjects(old.value, object.value).map(({ field, before, after }) => {
    const change = { ...whole('changed', object), field, ...defined({ before, after }) };
    return withEffects(change, effectsOf(change, old.value, environment, object.value), rollout);
  });
}

type Others = Pick<Change, 'moved' | 'renamed' | 'stays'>;

/** Under a new name, or in another app, the old object goes and the new one comes. */
function oneSided(kind: 'removed' | 'added', object: RenderedObject, others: Others, environment: Environment): Change {
  const change = { ...whole(kind, object), ...others };
  const [was, now] = kind === 'removed' ? [object.value, undefined] : [undefined, object.value];
  const event = eventOf(kind, others);
  // What a rename does is told of the object that goes.
  if (kind === 'added' && event !== 'added') return withEffects(change, [SUCCESSOR]);
  if (others.stays) return withEffects(change, [keptEffect(others)]);
  return withEffects(change, effectsOf({ ...change, kind: event }, was, environment, now));
}

const SUCCESSOR: Effect = { risk: 'harmless', why: 'it takes the place of the one that goes.', row: 'successor' };

function eventOf(kind: 'removed' | 'added', { moved, renamed }: Others): ChangeEvent {
  if (moved !== undefined) return 'moved';
  return renamed === undefined ? kind : 'renamed';
}

/** The app an object went to, or came from. */
function movedObjects(gone: readonly RenderedObject[], come: readonly RenderedObject[]) {
  const appsOf = (objects: readonly RenderedObject[]) => new Map(objects.map((one) => [identityKey(one), one.app]));
  const [from, to] = [appsOf(gone), appsOf(come)];
  const isGone = new Set(gone);
  return (object: RenderedObject): Others =>
    defined({ moved: (isGone.has(object) ? to : from).get(identityKey(object)) });
}

/** The name under which an object comes again, or under which it was. */
function renamedObjects(gone: readonly RenderedObject[], come: readonly RenderedObject[]) {
  const sided = (object: RenderedObject) => ({ app: object.app, object, value: object.value });
  const names = new Map<ObjectIdentity, string>();
  for (const { from, to } of renamesOf(gone.map(sided), come.map(sided))) {
    names.set(from.object, describeIdentity(to.object));
    names.set(to.object, describeIdentity(from.object));
  }
  return (object: RenderedObject): Others => defined({ renamed: names.get(object) });
}

/** An object that moved to another app is removed there and added here: Argo CD would delete and create it. */
function keyOf(object: RenderedObject): string {
  return `${object.app}|${identityKey(object)}`;
}

function whole(kind: Change['kind'], object: RenderedObject): Change {
  const { environment, app, group, kind: objectKind, namespace, name } = object;
  const identity = { group, kind: objectKind, ...defined({ namespace }), name };
  return { environment, app, kind, object: identity, field: '' };
}
