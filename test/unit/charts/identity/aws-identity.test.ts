import { AwsIdentity, type AwsIdentityProps, IrsaServiceAccount } from 'cdk8s-eks';
import type { EksEnvironment } from '../../../../src/model/environment';
import { at } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { render, type TestEnvironment } from '../../../support/render';

const iamRoles = { carts: 'retail/carts', ledger: 'arn:aws:iam::999988887777:role/ledger' };
const podIdentity = (ack: boolean, more: Partial<EksEnvironment> = {}) =>
  eksEnvironment({ identity: { mode: 'podIdentity', iamRoles, ...(ack ? { ack } : {}) }, ...more });
const irsa = eksEnvironment({ identity: { mode: 'irsa', iamRoles } });

function make(props: Omit<AwsIdentityProps, 'iamRole'>, environment: TestEnvironment) {
  return render((chart) => new AwsIdentity(chart, 'carts', { iamRole: 'carts', ...props }), environment);
}

const CARTS = 'arn:aws:iam::111122223333:role/retail/carts';
const annotations = (objects: ReturnType<typeof make>) =>
  at(objects['ServiceAccount carts'], 'metadata', 'annotations');

describe('AwsIdentity', () => {
  it('asks ACK for an association where the environment has Pod Identity and ACK, and annotates nothing', () => {
    const objects = make({}, podIdentity(true));
    expect(annotations(objects)).toBeUndefined();
    expect(objects['PodIdentityAssociation carts']).toEqual({
      apiVersion: 'eks.services.k8s.aws/v1alpha1',
      kind: 'PodIdentityAssociation',
      metadata: {
        name: 'carts',
        namespace: 'shop',
        labels: { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' },
      },
      spec: { clusterName: 'test-cluster', namespace: 'shop', serviceAccount: 'carts', roleARN: CARTS },
    });
  });

  it('writes down the association for others where there is no ACK', () => {
    const objects = make({}, podIdentity(false));
    expect(Object.keys(objects)).toEqual(['ServiceAccount carts']);
    expect(annotations(objects)).toEqual({
      'cdk8s-eks/pod-identity-association': `{"clusterName":"test-cluster","namespace":"shop","serviceAccount":"carts","roleArn":"${CARTS}"}`,
    });
  });

  it('exchanges the role for a target role of another account, and cuts the session down', () => {
    const sessionPolicy = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }] };
    const objects = make(
      { targetRole: 'ledger', sessionPolicy, overrides: { association: { spec: { tags: { team: 'retail' } } } } },
      podIdentity(true),
    );
    expect(at(objects['PodIdentityAssociation carts'], 'spec')).toEqual({
      clusterName: 'test-cluster',
      namespace: 'shop',
      serviceAccount: 'carts',
      roleARN: CARTS,
      targetRoleARN: 'arn:aws:iam::999988887777:role/ledger',
      disableSessionTags: true,
      policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}',
      tags: { team: 'retail' },
    });
  });

  it('gives the target role at once by IRSA, which exchanges nothing', () => {
    expect(annotations(make({ targetRole: 'ledger', tokenExpirationSeconds: 3600 }, irsa))).toEqual({
      'eks.amazonaws.com/role-arn': 'arn:aws:iam::999988887777:role/ledger',
      'eks.amazonaws.com/token-expiration': '3600',
    });
  });

  it('is IRSA on Fargate, and where a reader wants the annotation', () => {
    const wanted = { 'eks.amazonaws.com/role-arn': CARTS };
    const base = podIdentity(true);
    const compute = {
      ...base.compute,
      fargateProfiles: [{ name: 'all', selectors: [{ namespace: 'sh*', labels: {} }] }],
    };
    expect(annotations(make({}, podIdentity(true, { compute })))).toEqual(wanted);
    expect(annotations(make({ fargate: true }, base))).toEqual(wanted);
    expect(annotations(make({ mechanism: 'irsa' }, base))).toEqual(wanted);
    expect(annotations(make({ fargate: false }, podIdentity(true, { compute })))).toBeUndefined();
  });

  it('has an older name', () => {
    expect(IrsaServiceAccount).toBe(AwsIdentity);
  });
});
