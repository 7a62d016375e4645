import type { Change } from '../../model/change';
import { defined } from '../../model/defined';
import { describeIdentity } from '../../model/identity';
import type { JsonValue } from '../../model/json';
import { byCodeUnit } from '../../model/order';
import type { Effect } from '../../model/risk';
import { HIDDEN, type SecretValues } from '../../model/secret-values';

const ORDER = { removed: 0, changed: 1, added: 2 } as const;

/** Deletions first, then by app, object and field. */
export function inOrder(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort(
    (a, b) =>
      ORDER[a.kind] - ORDER[b.kind] ||
      byCodeUnit(a.app, b.app) ||
      byCodeUnit(describeIdentity(a.object), describeIdentity(b.object)) ||
      byCodeUnit(a.field, b.field),
  );
}

/** A change with what it does, the worst first. @param rollout what a restart means for the Pods of the workload */
export function withEffects(change: Change, effects: readonly [Effect, ...Effect[]], rollout?: string): Change {
  const [first, ...others] = effects;
  const told = (effect: Effect) =>
    effect.risk === 'restart' && rollout !== undefined
      ? { ...effect, why: `${effect.why} ${capital(rollout)}` }
      : effect;
  return { ...change, ...told(first), ...(others.length > 0 && { also: others.map(told) }) };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Whatever differs in a Secret's data is told without its values, and so are they where another object has them. */
export function hiddenChange(change: Change, secrets: SecretValues): Change {
  const { before, after, object, field } = change;
  const isData = object.kind === 'Secret' && object.group === '' && /^(data|stringData)\b/.test(field);
  const hide = (value: JsonValue | undefined) =>
    value === undefined || !isData ? value && secrets.hideIn(value) : HIDDEN;
  return { ...change, ...defined({ before: hide(before), after: hide(after) }) };
}
