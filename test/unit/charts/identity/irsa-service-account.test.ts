import { IrsaServiceAccount } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { kubernetesEnvironment } from '../../../support/environment';
import { render, type TestEnvironment } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
const local = kubernetesEnvironment();

describe('IrsaServiceAccount', () => {
  const make = (iamRole: string, environment?: TestEnvironment) => {
    let subject = '';
    const objects = render((scope) => {
      subject = new IrsaServiceAccount(scope, 'carts', { iamRole }).subject;
    }, environment);
    return { account: objects['ServiceAccount carts'], subject };
  };

  it('names the role of the environment’s account, and the subject its trust policy needs', () => {
    expect(make('carts')).toEqual({
      subject: 'system:serviceaccount:shop:carts',
      account: {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: {
          name: 'carts',
          namespace: 'shop',
          labels,
          annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/retail/carts' },
        },
        automountServiceAccountToken: false,
      },
    });
  });

  it('is a plain ServiceAccount on a plain cluster', () => {
    expect(at(make('carts', local).account, 'metadata', 'annotations')).toBeUndefined();
  });
});
