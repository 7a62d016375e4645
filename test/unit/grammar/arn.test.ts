import { parseArn, wrongRole } from '../../../src/grammar/arn';

/** As AWS documents them: "Amazon Resource Names" and "IAM and AWS STS quotas" in the IAM user guide. */
describe('an ARN', () => {
  it('has a resource that may hold colons', () => {
    expect(parseArn('arn:aws-cn:logs:cn-north-1:111122223333:log-group:a:b')).toEqual({
      partition: 'aws-cn',
      service: 'logs',
      region: 'cn-north-1',
      account: '111122223333',
      resource: 'log-group:a:b',
    });
  });

  it.each(['', 'arn', 'arn:aws:iam::111122223333', 'urn:aws:iam::111122223333:role/a'])('is not %j', (text) => {
    expect(parseArn(text)).toBeUndefined();
  });
});

describe('a role', () => {
  it.each(['web', 'team/shop/web+=,.@-_1', 'a'.repeat(64), 'arn:aws-us-gov:iam::111122223333:role/team/web'])(
    'is called %s',
    (role) => {
      expect(wrongRole(role)).toBeUndefined();
    },
  );

  it.each([
    ['a'.repeat(65), 'it is not the name of a role'],
    ['/web', 'it is not the name of a role'],
    ['team/', 'it is not the name of a role'],
    ['a b', 'it is not the name of a role'],
    ['arn:aws:iam::111122223333:user/web', 'it is not the ARN of a role'],
    ['arn:aws:iam::1111:role/web', 'it is not the ARN of a role'],
    // IrsaServiceAccount once took these, and settings refused them.
    ['arn:nowhere:iam::111122223333:role/web', 'it is not the ARN of a role'],
  ])('is not called %j', (role, wrong) => {
    expect(wrongRole(role)).toBe(wrong);
  });
});
