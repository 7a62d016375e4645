import { evaluate, type IamRequest } from '../../../../src/model/iam/evaluate';
import { statementsOf } from '../../../../src/model/iam/policy-document';
import type { JsonObject } from '../../../../src/model/json';

const request: IamRequest = {
  principal: { type: 'AWS', value: 'arn:aws:iam::111122223333:role/a' },
  action: 'sts:AssumeRole',
  context: { key: 'value' },
  absent: (key) => key === 'absent',
};
const judge = (...statements: readonly JsonObject[]) =>
  evaluate(
    statementsOf({ Statement: statements.map((one) => ({ Effect: 'Allow', Principal: '*', Action: '*', ...one })) }) ??
      [],
    request,
  );
const condition = (operator: string, key: string, value: unknown) =>
  judge({ Condition: { [operator]: { [key]: value } } as JsonObject });

describe('a policy of IAM', () => {
  it.each<[string, JsonObject, string]>([
    ['everybody', {}, 'yes'],
    ['the role', { Principal: { AWS: 'arn:aws:iam::111122223333:role/a' } }, 'yes'],
    ['one of several', { Principal: { AWS: ['x', 'arn:aws:iam::111122223333:role/a'] } }, 'yes'],
    ['its account', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }, 'yes'],
    ['its account by its number', { Principal: { AWS: '111122223333' } }, 'yes'],
    ['another account', { Principal: { AWS: '999999999999' } }, 'no'],
    ['another type', { Principal: { Service: 'arn:aws:iam::111122223333:role/a' } }, 'no'],
    ['an action by a pattern, in other letters', { Action: 'STS:assume*' }, 'yes'],
    ['another action', { Action: ['sts:TagSession'] }, 'no'],
    ['what it is not about', { NotAction: 'sts:TagSession' }, 'unknown'],
  ])('%s', (_what, statement, verdict) => expect(judge(statement)).toBe(verdict));

  it.each<[string, string, unknown, string]>([
    ['StringEquals', 'key', 'value', 'yes'],
    ['StringEquals', 'KEY', ['other', 'value'], 'yes'],
    ['StringEquals', 'key', 'val*', 'no'],
    ['StringLike', 'key', 'val*', 'yes'],
    ['StringLike', 'key', 'v?lue', 'yes'],
    ['StringEqualsIgnoreCase', 'key', 'VALUE', 'yes'],
    ['StringNotEquals', 'key', 'value', 'no'],
    ['StringNotEquals', 'key', 'other', 'yes'],
    ['ForAnyValue:StringEquals', 'key', 'value', 'yes'],
    ['ForAnyValue:StringEquals', 'absent', 'value', 'no'],
    ['ForAllValues:StringEquals', 'absent', 'value', 'yes'],
    ['StringEquals', 'absent', 'value', 'no'],
    ['StringNotEquals', 'absent', 'value', 'yes'],
    ['StringEqualsIfExists', 'absent', 'value', 'yes'],
    ['StringEquals', 'unheard', 'value', 'unknown'],
    ['StringEquals', 'key', '$' + '{aws:username}', 'unknown'],
    ['IpAddress', 'key', '10.0.0.0/8', 'unknown'],
  ])('%s of %s with %j is %s', (operator, key, value, verdict) =>
    expect(condition(operator, key, value)).toBe(verdict),
  );

  it('denies first, and does not know where a denial is not judged', () => {
    const deny = { Effect: 'Deny' };
    expect([
      judge({}, deny),
      judge({}, { ...deny, Condition: { IpAddress: { a: 'b' } } }),
      judge({}, { ...deny, Action: 'x' }),
      judge({ Condition: { IpAddress: { a: 'b' } } }, {}),
      judge(),
    ]).toEqual(['no', 'unknown', 'yes', 'yes', 'no']);
  });
});
