import { isWrittenDefault } from '../knowledge/kubernetes/immutable-fields';
import { byRisk, type Risk } from '../knowledge/risk/risks';
import type { ChangeEvent, FieldValues, RiskRow } from '../knowledge/risk/row';
import { looksInside, refusedRow, rowsOfChange } from '../knowledge/risk/rows';
import { isByArgocd, isFlux } from './consumer';
import { defined } from './defined';
import type { Environment } from './environment';
import type { ObjectIdentity } from './identity';
import { lossOf } from './irreplaceable';
import { isJsonObject, type JsonValue } from './json';
import { nestedDifferences } from './object-diff';
import { isRefusedChange, isSameAmount } from './refused-change';

export { RISK_TEXT, type Risk } from '../knowledge/risk/risks';

/** What a change does, and why. */
export interface Effect {
  readonly risk: Risk;
  /** A sentence for the person who reviews it. */
  readonly why: string;
  /** The row of `docs/diff.md` that says so. */
  readonly row: string;
}

/** What is looked at of a change. */
export interface ChangedField {
  readonly kind: ChangeEvent;
  readonly object: ObjectIdentity;
  readonly field: string;
  /** The field's own value, then and now. */
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

type Settings = Pick<Environment, 'gitops'>;

/** The risk of one change: the worst of its effects. */
export function riskOf(
  change: ChangedField,
  was: JsonValue | undefined,
  environment: Settings = {},
  now?: JsonValue,
): Risk {
  return effectsOf(change, was, environment, now)[0].risk;
}

/**
 * What one change does, the worst first: one effect for each class. What no row knows is unknown.
 * @param was the whole object as it was
 * @param environment adds to the kinds that hold something
 * @param now the whole object as it is, where it is still there
 */
export function effectsOf(
  change: ChangedField,
  was: JsonValue | undefined,
  environment: Settings = {},
  now?: JsonValue,
): readonly [Effect, ...Effect[]] {
  const effects = [...told(change, was, environment, now), ...lost(change, was, environment)];
  effects.sort((a, b) => byRisk(a.risk, b.risk));
  const [first, ...others] = effects.filter(
    // Beside what has an effect, nobody has to hear what has none.
    ({ risk }, index) =>
      effects.findIndex((other) => other.risk === risk) === index && (index === 0 || risk !== 'harmless'),
  );
  return first === undefined ? [nothingKnown(change)] : [first, ...others];
}

function nothingKnown({ kind, object }: ChangedField): Effect {
  if (kind === 'added') return { risk: 'harmless', why: 'a new object changes nothing of the others.', row: 'added' };
  const what = kind === 'removed' ? `the removal of ${object.kind}` : 'this field';
  return { risk: 'unknown', why: `no row of docs/diff.md says what ${what} does.`, row: 'unknown' };
}

/** What is gone with the object, by the list of kinds that hold something. */
function lost({ kind, object, field }: ChangedField, was: JsonValue | undefined, environment: Settings) {
  const loss = kind === 'added' ? undefined : lossOf(object, was, environment);
  if (loss === undefined) return [];
  // What made it hold something is no longer so: a Service gives its load balancer back.
  const isLost = kind === 'changed' ? loss.when?.field.join('.') === field : true;
  return isLost ? [{ risk: loss.holds, why: `with the object goes ${loss.lost}.`, row: 'irreplaceable' }] : [];
}

function told(
  { kind: event, object, field, ...values }: ChangedField,
  was: JsonValue | undefined,
  environment: Settings,
  now: JsonValue | undefined,
): readonly Effect[] {
  const { group, kind } = object;
  const whole = { group, kind, ...defined({ was, now }) };
  if (event === 'changed' && isSameValue(field, values)) return [SAME];
  const by = { byArgocd: isByArgocd(environment), byFlux: isFlux(environment.gitops) };
  if (event === 'changed' && isRefusedChange({ object, field, ...values, was, now, ...by }))
    return [effect(refusedRow({ ...whole, field, ...values }), 'refused')];
  const rows = fieldsWithin(event, object, { ...whole, field, ...values }).flatMap((one) => rowsOfChange(event, one));
  const own = rows.filter(({ last }) => last !== true);
  return (own.length > 0 ? own : rows).map((row) => effect(row, row.risk));
}

/** The field, and what is inside of a value that comes or goes as a whole: a container that is added may be privileged. */
function fieldsWithin(
  event: ChangeEvent,
  { group, kind }: ObjectIdentity,
  change: FieldValues,
): readonly FieldValues[] {
  if (event === 'added') {
    const isRead = looksInside(event, group, kind);
    return [...(isRead ? inside(change, undefined, change.now as JsonValue) : []), change];
  }
  const { before, after } = change as { readonly before?: JsonValue; readonly after?: JsonValue };
  return event === 'changed' ? [...inside(change, before, after), change] : [change];
}

function inside(change: FieldValues, before: JsonValue | undefined, after: JsonValue | undefined) {
  const isWhole = before === undefined || after === undefined;
  if (!isWhole || (!isNested(before) && !isNested(after))) return [];
  const { group, kind, was, now } = change;
  return nestedDifferences(change.field, before, after).map((one) => ({ group, kind, was, now, ...one }));
}

function isNested(value: JsonValue | undefined): boolean {
  return isJsonObject(value) || Array.isArray(value);
}

const SAME: Effect = {
  risk: 'harmless',
  why: 'the API server reads the same: another spelling of it, or a default that is written out.',
  row: 'same-value',
};

function isSameValue(field: string, { before, after }: Pick<ChangedField, 'before' | 'after'>): boolean {
  if (before !== undefined && after !== undefined) return isSameAmount(field, before, after);
  return isWrittenDefault(field, before ?? after);
}

function effect(row: RiskRow | undefined, risk: Risk): Effect {
  return { risk, why: row?.why ?? 'the field is set once.', row: row?.id ?? risk };
}
