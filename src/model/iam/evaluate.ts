import type { Condition, Statement } from './policy-document';

/** What is asked of a role: who asks, for what, with which values of condition keys. */
export interface IamRequest {
  readonly principal?: { readonly type: string; readonly value: string };
  readonly action: string;
  /** ARN; absent in a trust policy, which stands at its role. */
  readonly resource?: string;
  /** Values by the lower-case key. A key that is not here is not known, unless `absent` says that it is not sent. */
  readonly context: Readonly<Record<string, string>>;
  /** Whether a lower-case key is for certain not sent. */
  readonly absent?: (key: string) => boolean;
}

export type Truth = 'yes' | 'no' | 'unknown';

/** As IAM judges: a denial first, then whatever allows. What is not judged here is unknown. */
export function evaluate(statements: readonly Statement[], request: IamRequest): Truth {
  const of = (effect: Statement['effect']) =>
    statements.filter((one) => one.effect === effect).map((one) => matchesStatement(one, request));
  const denials = of('Deny');
  if (denials.includes('yes')) return 'no';
  const allowances = of('Allow');
  if (!allowances.includes('yes')) return allowances.includes('unknown') ? 'unknown' : 'no';
  return denials.includes('unknown') ? 'unknown' : 'yes';
}

export function matchesStatement(statement: Statement, request: IamRequest): Truth {
  if (statement.inverted) return 'unknown';
  return every([
    matchesPrincipal(statement, request) ? 'yes' : 'no',
    matchesAction(statement, request) ? 'yes' : 'no',
    matchesResource(statement, request) ? 'yes' : 'no',
    ...statement.conditions.map((condition) => matchesCondition(condition, request)),
  ]);
}

export function matchesPrincipal({ principals }: Statement, { principal }: IamRequest): boolean {
  if (principal === undefined) return true;
  return principals.some(({ type, value }) => {
    if (type === 'AWS' && value === '*') return true;
    if (type !== principal.type) return false;
    if (value === principal.value) return true;
    // An account stands for all of its roles, which their own policies then have to allow.
    const account = /^arn:[\w-]+:iam::(\d{12}):role\//.exec(principal.value)?.[1];
    return type === 'AWS' && account !== undefined && (value === account || value.endsWith(`:iam::${account}:root`));
  });
}

/** Actions ignore case. */
export function matchesAction({ actions }: Statement, { action }: IamRequest): boolean {
  return actions.some((pattern) => matchesPattern(pattern.toLowerCase(), action.toLowerCase()));
}

function matchesResource({ resources }: Statement, { resource }: IamRequest): boolean {
  return resource === undefined || resources.some((pattern) => matchesPattern(pattern, resource));
}

const COMPARE: Readonly<Record<string, (wanted: string, sent: string) => boolean>> = {
  StringEquals: (wanted, sent) => wanted === sent,
  StringEqualsIgnoreCase: (wanted, sent) => wanted.toLowerCase() === sent.toLowerCase(),
  StringLike: matchesPattern,
  ArnEquals: matchesPattern,
  ArnLike: matchesPattern,
};
const OPPOSITE: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
};

/** One value is sent for each key, so `ForAnyValue` and `ForAllValues` change nothing but for a key that is not sent. */
export function matchesCondition({ operator, key, values }: Condition, { context, absent }: IamRequest): Truth {
  const [, set, rest = '', ifExists] = /^(ForAnyValue:|ForAllValues:)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const positive = OPPOSITE[rest] ?? rest;
  const compare = COMPARE[positive];
  if (compare === undefined || values.some((value) => value.includes('${'))) return 'unknown';
  const isNegative = positive !== rest;
  const sent = context[key.toLowerCase()];
  if (sent === undefined) {
    if (absent?.(key.toLowerCase()) !== true) return 'unknown';
    return isNegative || ifExists !== undefined || set === 'ForAllValues:' ? 'yes' : 'no';
  }
  const isMet = values.some((wanted) => compare(wanted, sent)) !== isNegative;
  return isMet ? 'yes' : 'no';
}

/** `*` for any characters, `?` for one. */
function matchesPattern(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

function every(all: readonly Truth[]): Truth {
  if (all.includes('no')) return 'no';
  return all.includes('unknown') ? 'unknown' : 'yes';
}
