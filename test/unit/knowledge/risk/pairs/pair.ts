import { BUILT_IN_KINDS } from '../../../../../src/knowledge/kubernetes/kinds';
import type { Risk } from '../../../../../src/knowledge/risk/risks';
import type { ChangeEvent } from '../../../../../src/knowledge/risk/row';
import { type JsonObject, type JsonValue, mapAt } from '../../../../../src/model/json';

/** Two objects that differ in what one row is about, and what it has to say of them. */
export interface RiskPair {
  readonly row: string;
  readonly risk: Risk;
  readonly event: ChangeEvent;
  readonly group: string;
  readonly kind: string;
  readonly was: JsonValue | undefined;
  readonly now: JsonValue | undefined;
}

type Fields = JsonObject;

/** `Deployment`, or `karpenter.sh/NodePool`. */
function identityOf(kind: string): { readonly group: string; readonly kind: string } {
  const slash = kind.lastIndexOf('/');
  if (slash >= 0) return { group: kind.slice(0, slash), kind: kind.slice(slash + 1) };
  const [known = `/${kind}`] = [...BUILT_IN_KINDS.keys()].filter((key) => key.endsWith(`/${kind}`));
  return { group: known.slice(0, known.lastIndexOf('/')), kind };
}

/** An object that changes: all that it has before and after. */
export function changed(row: string, risk: Risk, kind: string, was: Fields, now: Fields): RiskPair {
  const { group, kind: own } = identityOf(kind);
  const whole = (fields: Fields) => ({ kind: own, ...fields });
  return { row, risk, event: 'changed', group, kind: own, was: whole(was), now: whole(now) };
}

/** An object that comes, goes or has another name. */
export function whole(row: string, risk: Risk, event: ChangeEvent, kind: string, fields: Fields = {}): RiskPair {
  const { group, kind: own } = identityOf(kind);
  const value = { kind: own, ...fields };
  const isThere = event !== 'added';
  return {
    row,
    risk,
    event,
    group,
    kind: own,
    was: isThere ? value : undefined,
    now: event === 'removed' ? undefined : value,
  };
}

/** A change of `spec`, and nothing else. */
export function spec(row: string, risk: Risk, kind: string, was: Fields, now: Fields): RiskPair {
  return changed(row, risk, kind, { spec: was }, { spec: now });
}

/** What else both say in `spec`. */
export function beside(fields: Fields, pair: RiskPair): RiskPair {
  const within = (value: JsonValue | undefined) => ({ ...mapAt(value), spec: { ...mapAt(value, 'spec'), ...fields } });
  return { ...pair, was: within(pair.was), now: within(pair.now) };
}

type Sides = readonly [was?: string | undefined, now?: string | undefined];

export function annotation(row: string, risk: Risk, kind: string, key: string, [was, now]: Sides): RiskPair {
  const of = (value: string | undefined) => ({
    metadata: { annotations: value === undefined ? {} : { [key]: value } },
  });
  return changed(row, risk, kind, of(was), of(now));
}

/** The spec of the Pods of a Deployment. */
export function pods(row: string, risk: Risk, was: Fields, now: Fields): RiskPair {
  return spec(row, risk, 'Deployment', { template: { spec: was } }, { template: { spec: now } });
}

/** Its only container, besides the name. */
export function container(row: string, risk: Risk, was: Fields, now: Fields): RiskPair {
  const of = (fields: Fields) => ({ containers: [{ name: 'web', ...fields }] });
  return pods(row, risk, of(was), of(now));
}

export function security(row: string, was: Fields, now: Fields): RiskPair {
  return container(row, 'widened', { securityContext: was }, { securityContext: now });
}
