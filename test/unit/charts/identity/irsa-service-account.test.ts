import { IrsaServiceAccount } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render, type TestEnvironment } from '../../../support/render';
import { messageOf } from '../../../support/thrown';

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

  it('refuses an unknown role, and an environment of Pod Identity, naming the fix', () => {
    expect(messageOf(() => make('crats'))).toBe(
      'test › shop › shop/carts: environment test declares no IAM role "crats". Did you mean "carts"?\nfix: declare it under identity.iamRoles in environment.yaml.',
    );
    const podIdentity = eksEnvironment({ identity: { mode: 'podIdentity', iamRoles: {} } });
    expect(messageOf(() => make('carts', podIdentity))).toBe(
      'test › shop › shop/carts: environment test uses EKS Pod Identity, where a role comes from an association and not from an annotation; the annotation would win and the association be ignored.\nfix: use a plain ServiceAccount here and create the Pod Identity association, or set identity.mode: irsa.',
    );
  });
});
