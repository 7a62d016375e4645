import { type IamRequest, matchesAction, matchesCondition, matchesPrincipal, matchesStatement } from './evaluate';
import type { Condition, Statement } from './policy-document';

/** Why a policy does not allow a request: the nearest statement, and what is otherwise in it. A clause. */
export function refusalOf(statements: readonly Statement[], request: IamRequest): string {
  const denial = statements.find((one) => one.effect === 'Deny' && matchesStatement(one, request) === 'yes');
  if (denial !== undefined) return `a statement denies ${request.action}`;
  const allowing = statements.filter(({ effect }) => effect === 'Allow');
  const trusting = allowing.filter((one) => matchesPrincipal(one, request));
  if (trusting.length === 0) return otherPrincipals(allowing, request);
  const acting = trusting.filter((one) => matchesAction(one, request));
  if (acting.length === 0) {
    const actions = [...new Set(trusting.flatMap((one) => one.actions))].join(', ');
    return `it allows ${actions === '' ? 'nothing' : actions}, and not ${request.action}`;
  }
  const reasons = acting.map((one) => failing(one.conditions, request)).filter((one) => one !== '');
  return reasons[0] ?? `no statement allows ${request.action}`;
}

function otherPrincipals(allowing: readonly Statement[], { principal }: IamRequest): string {
  const named = allowing.flatMap(({ principals }) => principals).filter(({ type }) => type === principal?.type);
  const list = [...new Set(named.map(({ value }) => value))].join(', ');
  return `it trusts ${list === '' ? `nobody of type ${principal?.type}` : list}, and not ${principal?.value}`;
}

function failing(conditions: readonly Condition[], request: IamRequest): string {
  return conditions
    .filter((condition) => matchesCondition(condition, request) === 'no')
    .map((condition) => failure(condition, request))
    .join(', and ');
}

function failure({ operator, key, values }: Condition, { context }: IamRequest): string {
  const sent = context[key.toLowerCase()];
  const wanted = values.join(' or ');
  if (sent === undefined) return `it asks for ${key}, which is not sent`;
  const isLiteral = /^StringEquals/.test(operator) && values.some((value) => value.includes('*'));
  const hint = isLiteral ? ' (under StringEquals, `*` stands for itself: write StringLike)' : '';
  return `${operator} asks ${key} to be ${wanted}, and ${sent} is sent${hint}`;
}
