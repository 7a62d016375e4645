import { at, isJsonObject, type JsonValue, listAt } from '../json';

/** One statement of a policy of IAM. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  /** By type: `Federated`, `Service`, `AWS`; `*` is told as `AWS`. */
  readonly principals: readonly { readonly type: string; readonly value: string }[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: readonly Condition[];
  /** It says what it is not about (`NotPrincipal`, `NotAction`): that is not judged here. */
  readonly inverted: boolean;
}

export interface Condition {
  /** `StringEquals`, `ForAnyValue:StringLike`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** The statements of a policy, which may be one statement, or a list. Undefined for what is not a policy. */
export function statementsOf(document: JsonValue | undefined): readonly Statement[] | undefined {
  const stated = at(document, 'Statement');
  const list = Array.isArray(stated) ? stated : [stated];
  if (!list.every(isJsonObject)) return undefined;
  return list.map((one) => ({
    effect: at(one, 'Effect') === 'Deny' ? 'Deny' : 'Allow',
    principals: principalsOf(at(one, 'Principal')),
    actions: texts(at(one, 'Action')),
    resources: texts(at(one, 'Resource')),
    conditions: conditionsOf(at(one, 'Condition')),
    inverted: ['NotPrincipal', 'NotAction', 'NotResource'].some((key) => at(one, key) !== undefined),
  }));
}

function principalsOf(value: JsonValue | undefined): Statement['principals'] {
  if (value === '*') return [{ type: 'AWS', value }];
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([type, one]) => texts(one).map((text) => ({ type, value: text })));
}

function conditionsOf(value: JsonValue | undefined): readonly Condition[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([operator, keys]) =>
    isJsonObject(keys) ? Object.entries(keys).map(([key, one]) => ({ operator, key, values: texts(one) })) : [],
  );
}

function texts(value: JsonValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? listAt(value).map(String) : [String(value)];
}
