import {
  ENDPOINT_USES,
  ENDPOINTS,
  USES_BY_ACK_GROUP,
  USES_BY_DRIVER,
  USES_BY_IMAGE,
  USES_BY_PROVIDER,
  USES_BY_STORE,
  USES_BY_TEXT,
  USES_BY_TRIGGER,
} from '../../../../src/knowledge/aws/vpc-endpoints';
import type { JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { usesOf } from '../../../../src/run/survey/endpoint-uses';
import { endpointsOf } from '../../../../src/run/survey/endpoints';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';

const object = (kind: string, apiVersion: string, rest: JsonObject = {}) =>
  renderedObject(
    { apiVersion, kind, metadata: { name: 'web', namespace: 'shop' }, ...rest },
    { environment: 'test', app: 'shop' },
  );
const usesIn = (...input: Parameters<typeof object>) => usesOf(object(...input));
const pod = (image: string) => ({ spec: { containers: [{ name: 'web', image }] } });
const annotated = (annotations: JsonObject) => ({ metadata: { name: 'web', namespace: 'shop', annotations } });

describe('what an object does that calls a service of AWS', () => {
  it.each([
    ['an image of ECR', usesIn('Pod', 'v1', pod('111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1')), ['ecrImage']],
    ['an image of another registry', usesIn('Pod', 'v1', pod('nginx:1.29')), []],
    [
      'a ServiceAccount with a role',
      usesIn('ServiceAccount', 'v1', annotated({ 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/a' })),
      ['irsa'],
    ],
    ['a ServiceAccount without', usesIn('ServiceAccount', 'v1'), []],
    [
      'a Service of the controller',
      usesIn('Service', 'v1', { spec: { type: 'LoadBalancer', loadBalancerClass: 'service.k8s.aws/nlb' } }),
      ['loadBalancer'],
    ],
    ['a Service of another controller', usesIn('Service', 'v1', { spec: { loadBalancerClass: 'example.com/lb' } }), []],
    [
      'an Ingress with an ALB',
      usesIn('Ingress', 'networking.k8s.io/v1', annotated({ 'alb.ingress.kubernetes.io/scheme': 'internal' })),
      ['loadBalancer'],
    ],
    [
      'an IngressClass',
      usesIn('IngressClass', 'networking.k8s.io/v1', { spec: { controller: 'ingress.k8s.aws/alb' } }),
      ['loadBalancer'],
    ],
    [
      'an analysis by CloudWatch',
      usesIn('AnalysisTemplate', 'argoproj.io/v1alpha1', {
        spec: {
          metrics: [
            { name: 'a', provider: { prometheus: {} } },
            { name: 'b', provider: { cloudWatch: {} } },
          ],
        },
      }),
      ['cloudWatchAnalysis'],
    ],
    ['a NodePool', usesIn('NodePool', 'karpenter.sh/v1'), ['karpenter']],
    [
      'a key of KMS in a StorageClass',
      usesIn('StorageClass', 'storage.k8s.io/v1', {
        provisioner: 'ebs.csi.aws.com',
        parameters: { kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/a' },
      }),
      ['kms', 'ebs'],
    ],
    [
      'a volume that somebody made',
      usesIn('PersistentVolume', 'v1', { spec: { csi: { driver: 'efs.csi.aws.com' } } }),
      ['efs'],
    ],
    [
      'secrets that are mounted',
      usesIn('SecretProviderClass', 'secrets-store.csi.x-k8s.io/v1', {
        spec: { provider: 'aws', parameters: { objects: '- objectName: a\n  objectType: "ssmparameter"\n' } },
      }),
      ['parameterStore'],
    ],
    [
      'a router of logs',
      usesIn('ConfigMap', 'v1', { data: { 'fluent-bit.conf': '[OUTPUT]\n  Name cloudwatch_logs\n' } }),
      ['logs'],
    ],
    ['text of a program that has the words too', usesIn('Secret', 'v1', { data: { a: 'cloudwatch_logs' } }), []],
  ])('%s', (_what, found, wanted) => expect(found).toEqual(wanted));

  it.each(Object.entries(USES_BY_TRIGGER))('a trigger %s', (type, use) =>
    expect(usesIn('ScaledObject', 'keda.sh/v1alpha1', { spec: { triggers: [{ type }] } })).toEqual([use]),
  );

  it.each(Object.entries(USES_BY_STORE))('a store of %s', (service, use) =>
    expect(
      usesIn('ClusterSecretStore', 'external-secrets.io/v1', { spec: { provider: { aws: { service } } } }),
    ).toEqual([use]),
  );

  it.each(Object.entries(USES_BY_ACK_GROUP))('an object of %s', (group, use) =>
    expect(usesIn('Thing', `${group}/v1alpha1`)).toEqual([use]),
  );

  it.each(Object.entries(USES_BY_DRIVER))('a StorageClass of %s', (provisioner, use) =>
    expect(usesIn('StorageClass', 'storage.k8s.io/v1', { provisioner })).toEqual([use]),
  );

  it.each([
    ['example.com/karpenter/controller:1', 'karpenter'],
    ['registry.k8s.io/autoscaling/cluster-autoscaler:1', 'clusterAutoscaler'],
    ['registry.k8s.io/external-dns/external-dns:1', 'externalDns'],
    ['example.com/eks/aws-load-balancer-controller:1', 'loadBalancer'],
  ])('the controller %s', (image, use) => {
    expect(USES_BY_IMAGE.map(([, known]) => known)).toContain(use);
    expect(usesIn('Pod', 'v1', pod(image))).toEqual([use]);
  });
});

describe('the table of endpoints', () => {
  it('has no use that nothing leads to, and no service that nothing uses', () => {
    const led = new Set<string>([
      ...['nodes', 'ecrImage', 'irsa', 'podIdentity', 'loadBalancer', 'karpenter'],
      ...Object.values({
        ...USES_BY_TRIGGER,
        ...USES_BY_PROVIDER,
        ...USES_BY_STORE,
        ...USES_BY_ACK_GROUP,
        ...USES_BY_DRIVER,
      }),
      ...USES_BY_TEXT.map(([, use]) => use),
      ...USES_BY_IMAGE.map(([, use]) => use),
    ]);
    expect(Object.keys(ENDPOINT_USES).filter((use) => !led.has(use))).toEqual([]);
    const used = new Set<string>(Object.values(ENDPOINT_USES).flatMap(({ services }) => services));
    // What people and the console use, and no object.
    const beside = ['ec2messages', 'eks-capabilities', 'ssmmessages'];
    expect(Object.keys(ENDPOINTS).filter((service) => !used.has(service))).toEqual(beside);
  });

  it('says what to do where AWS has no endpoint', () => {
    const none = Object.values(ENDPOINTS).filter(({ type }) => type === 'none');
    expect(none.every((facts) => 'instead' in facts)).toBe(true);
  });
});

describe('the endpoints of an environment', () => {
  const names = (environment: Parameters<typeof endpointsOf>[0]) =>
    endpointsOf(environment, []).map(({ service }) => service);
  const environment = eksEnvironment();

  it('are those of its nodes, where nothing is rendered', () =>
    expect(names(environment)).toEqual(['ec2', 'ecr.api', 'ecr.dkr', 's3', 'sts']));

  it('follow how Pods come by their roles, and who makes nodes', () => {
    expect(names({ ...environment, identity: { ...environment.identity, mode: 'podIdentity' } })).toContain('eks-auth');
    expect(names({ ...environment, compute: { ...environment.compute, karpenter: true } })).toContain('pricing');
  });

  it('have no whole names in China, where AWS spells them otherwise', () =>
    expect(endpointsOf({ ...environment, partition: 'aws-cn' }, [])[0]?.serviceName).toBeUndefined());

  it('are none on a plain cluster', () => expect(names(kubernetesEnvironment())).toEqual([]));
});
