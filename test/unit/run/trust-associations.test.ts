import { AwsIdentity, defineApp } from 'cdk8s-eks';
import { renderApp } from '../../../src/render/render-app';
import { trustOf } from '../../../src/run/survey/trust-entries';
import { eksEnvironment } from '../../support/environment';

const iamRoles = { carts: 'retail/carts', ledger: 'arn:aws:iam::999988887777:role/ledger' };
const CARTS = 'arn:aws:iam::111122223333:role/retail/carts';
const LEDGER = 'arn:aws:iam::999988887777:role/ledger';
const CLUSTER = 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster';

function entries(ack: boolean) {
  const environment = eksEnvironment({ identity: { mode: 'podIdentity', iamRoles, ack } });
  const app = defineApp({
    name: 'shop',
    owner: 'retail',
    namespace: 'shop',
    charts(scope) {
      new AwsIdentity(scope, 'carts', { iamRole: 'carts' });
      new AwsIdentity(scope, 'books', {
        iamRole: 'carts',
        targetRole: 'ledger',
        sessionPolicy: '{"Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}',
      });
    },
  });
  return trustOf(environment, renderApp(app, environment, { scopes: new Map() }));
}

const input = (serviceAccount: string) => ({
  clusterName: 'test-cluster',
  namespace: 'shop',
  serviceAccount,
  roleArn: CARTS,
});
const subjects = ['system:serviceaccount:shop:books', 'system:serviceaccount:shop:carts'];

describe('what Pod Identity needs of IAM', () => {
  it.each([
    ['ack', true],
    ['others', false],
  ] as const)('is trust in EKS for each ServiceAccount, and the associations that %s makes', (madeBy, ack) => {
    const [books, carts] = [
      {
        ...input('books'),
        targetRoleArn: LEDGER,
        disableSessionTags: true,
        policy: '{"Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}',
      },
      input('carts'),
    ];
    expect(entries(ack)[0]).toEqual({
      environment: 'test',
      roleArn: CARTS,
      mechanism: 'podIdentity',
      subjects,
      policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'pods.eks.amazonaws.com' },
            Action: ['sts:AssumeRole', 'sts:TagSession'],
            Condition: { StringEquals: { 'aws:SourceAccount': '111122223333', 'aws:SourceArn': CLUSTER } },
          },
          {
            Effect: 'Allow',
            Principal: { Service: 'pods.eks.amazonaws.com' },
            Action: ['sts:AssumeRole', 'sts:TagSession'],
            Condition: {
              StringEquals: {
                'aws:RequestTag/eks-cluster-arn': CLUSTER,
                'aws:RequestTag/kubernetes-namespace': 'shop',
                'aws:RequestTag/kubernetes-service-account': 'carts',
              },
            },
          },
        ],
      },
      permissions: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: ['sts:AssumeRole', 'sts:TagSession'], Resource: LEDGER }],
      },
      associations: [
        { madeBy, input: books },
        { madeBy, input: carts },
      ],
    });
  });

  it('is trust of a target role in the first one, by the external id that EKS sends where tags are off', () => {
    expect(entries(true)[1]).toEqual({
      environment: 'test',
      roleArn: LEDGER,
      mechanism: 'target',
      subjects: ['system:serviceaccount:shop:books'],
      policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: CARTS },
            Action: 'sts:AssumeRole',
            Condition: {
              StringEquals: { 'sts:ExternalId': 'eu-west-1/111122223333/test-cluster/shop/books' },
            },
          },
          { Effect: 'Allow', Principal: { AWS: CARTS }, Action: 'sts:TagSession' },
        ],
      },
    });
  });
});
