import { readCommitted } from '../../load/committed';
import { requireReadOutput } from '../../load/committed-file';
import type { Change } from '../../model/change';
import { defined } from '../../model/defined';
import type { Environment } from '../../model/environment';
import { describeIdentity, identityKey } from '../../model/identity';
import type { JsonValue } from '../../model/json';
import { diffObjects } from '../../model/object-diff';
import { byCodeUnit } from '../../model/order';
import type { RenderedObject } from '../../model/rendered-object';
import { riskOf } from '../../model/risk';
import { HIDDEN, SecretValues } from '../../model/secret-values';
import type { RenderedEnvironment } from './render-environment';

const ORDER = { removed: 0, changed: 1, added: 2 } as const;

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
  const now = new Map(objects.map((object) => [keyOf(object), object]));
  const before = new Map(committed.map((object) => [keyOf(object), object]));
  const changes: Change[] = [];
  for (const [key, object] of before)
    if (!now.has(key)) changes.push(withRisk(whole('removed', object), object.value, environment));
  for (const [key, object] of now) {
    const old = before.get(key);
    changes.push(...(old === undefined ? [whole('added', object)] : changedFields(old, object, environment)));
  }
  const secrets = SecretValues.ofObjects([...committed, ...objects]);
  return [...withMoves(changes.map((change) => hidden(change, secrets)))].sort(
    (a, b) =>
      ORDER[a.kind] - ORDER[b.kind] ||
      byCodeUnit(a.app, b.app) ||
      byCodeUnit(describeIdentity(a.object), describeIdentity(b.object)) ||
      byCodeUnit(a.field, b.field),
  );
}

function changedFields(old: RenderedObject, object: RenderedObject, environment: Environment): readonly Change[] {
  return diffObjects(old.value, object.value).map(({ field, before, after }) =>
    withRisk(
      { ...whole('changed', object), field, ...defined({ before, after }) },
      old.value,
      environment,
      object.value,
    ),
  );
}

function withRisk(change: Change, was: JsonValue, environment: Environment, now?: JsonValue): Change {
  const risk = riskOf(change, was, environment, now);
  return risk === undefined ? change : { ...change, risk };
}

/** Whatever differs in a Secret's data is told without its values, and so are they where another object has them. */
function hidden(change: Change, secrets: SecretValues): Change {
  const { before, after, object, field } = change;
  const isData = object.kind === 'Secret' && object.group === '' && /^(data|stringData)\b/.test(field);
  const hide = (value: JsonValue | undefined) =>
    value === undefined || !isData ? value && secrets.hideIn(value) : HIDDEN;
  return { ...change, ...defined({ before: hide(before), after: hide(after) }) };
}

/** Tells the app an object went to, and the one it came from. */
function withMoves(changes: readonly Change[]): readonly Change[] {
  const appsOf = (kind: Change['kind']) =>
    new Map(changes.filter((one) => one.kind === kind).map((one) => [identityKey(one.object), one.app]));
  const others = { removed: appsOf('added'), added: appsOf('removed'), changed: new Map<string, string>() };
  return changes.map((change) => {
    const moved = others[change.kind].get(identityKey(change.object));
    return moved === undefined ? change : { ...change, moved };
  });
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
