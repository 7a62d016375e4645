import { type IamRole, rolesIn } from '../../../../src/model/iam/roles';
import type { JsonObject, JsonValue } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { checkTrust } from '../../../../src/run/survey/trust-check';
import { trustOf } from '../../../../src/run/survey/trust-entries';
import { eksEnvironment } from '../../../support/environment';

const ENVIRONMENT = eksEnvironment();
const ISSUER = ENVIRONMENT.identity.oidcIssuer ?? '';
const ROLE = 'arn:aws:iam::111122223333:role/carts';
const TARGET = 'arn:aws:iam::999988887777:role/data';

const account = (annotations: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: 'carts', namespace: 'shop', annotations },
});
const IRSA = account({ 'eks.amazonaws.com/role-arn': ROLE });
const association = (more: JsonObject = {}) =>
  account({
    'cdk8s-eks/pod-identity-association': JSON.stringify({
      clusterName: 'test-cluster',
      namespace: 'shop',
      serviceAccount: 'carts',
      roleArn: ROLE,
      ...more,
    }),
  });

const entriesOf = (object: JsonObject) =>
  trustOf(ENVIRONMENT, [renderedObject(object, { environment: 'test', app: 'shop' })]);
const role = (Arn: string, AssumeRolePolicyDocument: unknown, more: JsonObject = {}): JsonValue =>
  ({ Arn, AssumeRolePolicyDocument, ...more }) as JsonObject;
const told = (object: JsonObject, ...roles: readonly JsonValue[]) =>
  checkTrust(entriesOf(object), rolesIn({ RoleDetailList: roles })).map(
    ({ check, state, subject, message }) => `${state} ${check} ${subject}: ${message}`,
  );

const provider = (issuer: string) => `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
const irsa = (Condition: JsonObject, issuer = ISSUER, Action = 'sts:AssumeRoleWithWebIdentity') => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Federated: provider(issuer) }, Action, Condition }],
});
const SUB = `${ISSUER}:sub`;
const AUD = `${ISSUER}:aud`;
const RIGHT = { [SUB]: 'system:serviceaccount:shop:carts', [AUD]: 'sts.amazonaws.com' };

describe('trust, compared with roles of IAM', () => {
  it('finds nothing wrong with the policy that it prints itself, also in the form of a URL', () => {
    for (const object of [
      IRSA,
      association(),
      association({ targetRoleArn: TARGET }),
      association({ targetRoleArn: TARGET, disableSessionTags: true }),
    ]) {
      const roles: readonly IamRole[] = rolesIn({
        RoleDetailList: entriesOf(object).map(({ roleArn, policy, permissions }) =>
          role(roleArn ?? '', encodeURIComponent(JSON.stringify(policy)), {
            RolePolicyList: permissions === undefined ? [] : [{ PolicyDocument: permissions as JsonObject }],
          }),
        ),
      });
      expect(checkTrust(entriesOf(object), roles).filter(({ state }) => state !== 'ok')).toEqual([]);
    }
  });

  it.each<[string, object, string]>([
    [
      'StringLike',
      irsa({ StringLike: { [SUB]: 'system:serviceaccount:shop:*' }, StringEquals: { [AUD]: 'sts.amazonaws.com' } }),
      `ok trust ${ROLE}: it trusts ServiceAccount shop/carts.`,
    ],
    [
      '`*` under StringEquals',
      irsa({ StringEquals: { ...RIGHT, [SUB]: 'system:serviceaccount:shop:*' } }),
      `problem trust ${ROLE}: ServiceAccount shop/carts may not assume it: StringEquals asks ${SUB} to be system:serviceaccount:shop:*, and system:serviceaccount:shop:carts is sent (under StringEquals, \`*\` stands for itself: write StringLike).`,
    ],
    [
      'another ServiceAccount',
      irsa({ StringEquals: { ...RIGHT, [SUB]: 'system:serviceaccount:shop:cart' } }),
      `problem trust ${ROLE}: ServiceAccount shop/carts may not assume it: StringEquals asks ${SUB} to be system:serviceaccount:shop:cart, and system:serviceaccount:shop:carts is sent.`,
    ],
    [
      'the issuer of another cluster',
      irsa(RIGHT, 'oidc.eks.eu-west-1.amazonaws.com/id/OLD'),
      `problem trust ${ROLE}: ServiceAccount shop/carts may not assume it: it trusts ${provider('oidc.eks.eu-west-1.amazonaws.com/id/OLD')}, and not ${provider(ISSUER)}.`,
    ],
    [
      'the ARN of the provider as a key',
      irsa({ StringEquals: { [`${provider(ISSUER)}:sub`]: 'system:serviceaccount:shop:carts' } }),
      `problem trust ${ROLE}: ServiceAccount shop/carts may not assume it: it asks for ${provider(ISSUER)}:sub, which is not sent.`,
    ],
    [
      'another action',
      irsa({ StringEquals: RIGHT }, ISSUER, 'sts:AssumeRole'),
      `problem trust ${ROLE}: ServiceAccount shop/carts may not assume it: it allows sts:AssumeRole, and not sts:AssumeRoleWithWebIdentity.`,
    ],
    [
      'an audience alone',
      irsa({ StringEquals: { [AUD]: 'sts.amazonaws.com' } }),
      `problem trust ${ROLE}: every ServiceAccount of the cluster may assume it: no condition names those that may.`,
    ],
    [
      'an address',
      irsa({ StringEquals: RIGHT, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }),
      `unknown trust ${ROLE}: its trust policy asks for what is not judged here: a condition or an exception of another kind.`,
    ],
  ])('IRSA: %s', (_what, document, says) => expect(told(IRSA, role(ROLE, document))).toEqual([says]));

  const pods = (statement: JsonObject) => ({
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'pods.eks.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        ...statement,
      },
    ],
  });

  it.each<[string, object, string]>([
    ['no condition', pods({}), `ok trust ${ROLE}: it trusts ServiceAccount shop/carts.`],
    [
      'the name of the cluster',
      pods({ Condition: { StringEquals: { 'aws:RequestTag/eks-cluster-name': 'test-cluster' } } }),
      `ok trust ${ROLE}: it trusts ServiceAccount shop/carts.`,
    ],
    [
      'no TagSession',
      pods({ Action: 'sts:AssumeRole' }),
      `problem trust ${ROLE}: ServiceAccount shop/carts may not assume it: it allows sts:AssumeRole, and not sts:TagSession.`,
    ],
    [
      'another namespace',
      pods({ Condition: { StringEquals: { 'aws:RequestTag/kubernetes-namespace': 'web' } } }),
      `problem trust ${ROLE}: ServiceAccount shop/carts may not assume it: StringEquals asks aws:RequestTag/kubernetes-namespace to be web, and shop is sent.`,
    ],
    [
      'IRSA alone',
      irsa({ StringEquals: RIGHT }),
      `problem trust ${ROLE}: ServiceAccount shop/carts may not assume it: it trusts nobody of type Service, and not pods.eks.amazonaws.com.`,
    ],
    [
      'a denial',
      { Statement: [...pods({}).Statement, { Effect: 'Deny', Principal: '*', Action: '*' }] },
      `problem trust ${ROLE}: ServiceAccount shop/carts may not assume it: a statement denies sts:AssumeRole.`,
    ],
  ])('Pod Identity: %s', (_what, document, says) => expect(told(association(), role(ROLE, document))[0]).toBe(says));

  it('asks whether the role may assume its target', () => {
    const object = association({ targetRoleArn: TARGET });
    const [first, second] = entriesOf(object);
    const policyOf = (arn: string) => [first, second].find((one) => one?.roleArn === arn)?.policy;
    const target = role(TARGET, policyOf(TARGET));
    const may = (more: JsonObject) =>
      told(object, role(ROLE, policyOf(ROLE), more), target).filter((row) => row.includes(' permissions '));
    const managed = { RolePolicyList: [], AttachedManagedPolicies: [{ PolicyArn: 'arn:aws:iam::aws:policy/X' }] };
    expect([...may({ RolePolicyList: [] }), ...may({}), ...may(managed)]).toEqual([
      ...['sts:AssumeRole', 'sts:TagSession'].map(
        (action) =>
          `problem permissions ${ROLE}: it may not call ${action} on ${TARGET}, so it is not exchanged for that role.`,
      ),
      `unknown permissions ${ROLE}: whether it may assume its target roles is not in the files.`,
      `unknown permissions ${ROLE}: whether it may assume its target roles is not in the files.`,
    ]);
  });

  it('does not know a role that the files do not hold', () => {
    expect(told(IRSA)).toEqual([`unknown trust ${ROLE}: the files do not hold the role.`]);
  });
});
