import type { EksEnvironment } from '../../../../src/model/environment';
import type { JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { checkTrust } from '../../../../src/run/survey/trust-check';
import { trustOf } from '../../../../src/run/survey/trust-entries';
import { eksEnvironment } from '../../../support/environment';

const OPERATOR = 'arn:aws:iam::111122223333:role/keda';
const subjects = ['system:serviceaccount:keda:keda-operator'];

const authentication = (podIdentity: JsonObject, kind = 'TriggerAuthentication'): JsonObject => ({
  apiVersion: 'keda.sh/v1alpha1',
  kind,
  metadata: { name: 'orders', ...(kind === 'TriggerAuthentication' ? { namespace: 'shop' } : {}) },
  spec: { podIdentity },
});
const asOperator = authentication({ provider: 'aws' });

const account = (annotations: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: 'keda-operator', namespace: 'keda', annotations },
});

const application = (namespace: string, annotations?: JsonObject): JsonObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'keda', namespace: 'argocd' },
  spec: {
    destination: { namespace },
    source: {
      repoURL: 'https://kedacore.github.io/charts',
      chart: 'keda',
      helm: { valuesObject: annotations === undefined ? {} : { serviceAccount: { operator: { annotations } } } },
    },
  },
});

const entriesOf = (objects: readonly JsonObject[], environment: EksEnvironment = eksEnvironment()) =>
  trustOf(
    environment,
    objects.map((object) => renderedObject(object, { environment: 'test', app: 'shop' })),
  );

const withIdentity = (identity: Partial<EksEnvironment['identity']>) =>
  eksEnvironment({ identity: { ...eksEnvironment().identity, ...identity } });

describe('KEDA’s operator, as which triggers ask AWS', () => {
  it('is listed as unknown where nobody says which role it has', () => {
    const entries = entriesOf([asOperator]);
    expect(entries).toEqual([
      {
        environment: 'test',
        mechanism: 'irsa',
        subjects,
        missing: {
          what: 'the role of KEDA’s operator, as which TriggerAuthentication shop/orders asks AWS',
          fix: 'give KedaAddOn an iamRole, or add an association for keda/keda-operator to identity.podIdentityAssociations in environments/test/environment.yaml',
        },
      },
    ]);
    expect(checkTrust(entries, [])).toEqual([
      {
        check: 'trust',
        state: 'unknown',
        subject: 'ServiceAccount keda/keda-operator',
        message: 'the role of KEDA’s operator, as which TriggerAuthentication shop/orders asks AWS is not known.',
        fix: 'give KedaAddOn an iamRole, or add an association for keda/keda-operator to identity.podIdentityAssociations in environments/test/environment.yaml.',
      },
    ]);
  });

  it('is asked as by `identityOwner: keda` and by what is of the whole cluster too, once', () => {
    const ofCluster = authentication({ provider: 'aws', identityOwner: 'keda' }, 'ClusterTriggerAuthentication');
    expect(entriesOf([ofCluster, asOperator])).toHaveLength(1);
    expect(entriesOf([ofCluster])[0]?.missing?.what).toContain('ClusterTriggerAuthentication orders');
  });

  it('is not asked as where a role, its owner or another provider is named', () => {
    const others = [
      { provider: 'aws', identityOwner: 'workload' },
      { provider: 'aws', roleArn: OPERATOR },
      { provider: 'gcp' },
    ].map((podIdentity) => authentication(podIdentity));
    expect(entriesOf(others)).toEqual([]);
  });

  it('has the role that the values of its chart give it, where the chart puts it', () => {
    const [entry, ...rest] = entriesOf([
      asOperator,
      application('scaling', { 'eks.amazonaws.com/role-arn': OPERATOR }),
    ]);
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({
      roleArn: OPERATOR,
      mechanism: 'irsa',
      subjects: ['system:serviceaccount:scaling:keda-operator'],
    });
    expect(JSON.stringify(entry?.policy)).toContain('system:serviceaccount:scaling:keda-operator');
  });

  it('has the role of an association of the settings, or of the cluster’s facts', () => {
    const settings = withIdentity({
      iamRoles: { keda: 'keda' },
      podIdentityAssociations: [
        { namespace: 'keda', serviceAccount: 'keda-operator', iamRole: 'keda', disableSessionTags: false },
      ],
    });
    const input = {
      clusterName: 'test-cluster',
      namespace: 'keda',
      serviceAccount: 'keda-operator',
      roleArn: OPERATOR,
    };
    const listed = { roleArn: OPERATOR, mechanism: 'podIdentity', subjects };
    const associations = [{ madeBy: 'others', input }];
    expect(entriesOf([asOperator, application('keda')], settings)).toMatchObject([{ ...listed, associations }]);
    const facts = eksEnvironment({
      facts: {
        schemaVersion: 1,
        clusterName: 'test-cluster',
        accountId: '111122223333',
        region: 'eu-west-1',
        cluster: { arn: 'arn', kubernetesVersion: '1.34', autoMode: false },
        podIdentityAssociations: [{ namespace: 'keda', serviceAccount: 'keda-operator', roleArn: OPERATOR }],
      },
    });
    expect(entriesOf([asOperator], facts)).toMatchObject([{ ...listed, associations }]);
  });

  it('is listed once where a rendered ServiceAccount has the role', () => {
    const rendered = account({ 'eks.amazonaws.com/role-arn': OPERATOR });
    expect(entriesOf([asOperator, rendered])).toEqual(entriesOf([rendered]));
    const asked = account({
      'cdk8s-eks/pod-identity-association': JSON.stringify({ clusterName: 'test-cluster', roleArn: OPERATOR }),
    });
    expect(entriesOf([asOperator, asked])).toEqual(entriesOf([asked]));
  });
});
