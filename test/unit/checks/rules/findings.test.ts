import { check } from '../../../../src/checks/engine/check';
import { banForeignValue } from '../../../../src/checks/rules/eks/ban-foreign-value';
import { requireCertificate } from '../../../../src/checks/rules/eks/require-certificate';
import { noMissingStorageClass } from '../../../../src/checks/rules/k8s/no-missing-storage-class';
import { validAutoscaler } from '../../../../src/checks/rules/k8s/valid-autoscaler';
import { validDisruptionBudget } from '../../../../src/checks/rules/k8s/valid-disruption-budget';
import { requireImageDigest } from '../../../../src/checks/rules/policy/require-image-digest';
import { validArgocdAnnotation } from '../../../../src/checks/rules/policy/valid-argocd-annotation';
import { validPodSecurity } from '../../../../src/checks/rules/policy/valid-pod-security';
import type { EksEnvironment } from '../../../../src/model/environment';
import type { JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../support/environment';
import { saidBy, schemasOf } from '../../../support/schemas';

const namespace = 'shop';

function deployment(container: JsonObject, spec: JsonObject = {}): JsonObject {
  const labels = { app: 'web' };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1', ...container }] } };
  const metadata = { name: 'web', namespace };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: { ...spec, selector: { matchLabels: labels }, template },
  };
}

function budget(bounds: JsonObject, app = 'web'): JsonObject {
  const metadata = { name: 'web', namespace };
  const spec = { ...bounds, selector: { matchLabels: { app } } };
  return { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec };
}

describe('7.7 an autoscaler by utilization', () => {
  const resource = { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } };
  const autoscaler = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web', namespace },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      maxReplicas: 4,
      metrics: [{ type: 'Resource', resource }],
    },
  };
  const said = (container: JsonObject, ...more: readonly JsonObject[]) =>
    saidBy(validAutoscaler, [autoscaler, deployment(container), ...more]);
  const range = (limit: JsonObject): JsonObject => ({
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'filled', namespace },
    spec: { limits: [limit] },
  });

  it('7.7 needs requests, which a limit or a LimitRange fills in', () => {
    expect(said({})).toHaveLength(1);
    expect(said({ resources: { limits: { memory: '1Gi' } } })).toHaveLength(1);
    expect(said({ resources: { limits: { cpu: '1' } } })).toEqual([]);
    expect(said({}, range({ type: 'Container', defaultRequest: { cpu: '100m' } }))).toEqual([]);
    expect(said({}, range({ type: 'Container', default: { cpu: '100m' } }))).toEqual([]);
    expect(said({}, range({ type: 'Pod', max: { cpu: '1' } }))).toHaveLength(1);
  });
});

it('7.8 the class of a claim may stand in the annotation that was there before the field, and counts before it', () => {
  const said = (annotated: string, stated?: string) => {
    const metadata = { name: 'data', namespace, annotations: { 'volume.beta.kubernetes.io/storage-class': annotated } };
    const spec = { ...(stated === undefined ? {} : { storageClassName: stated }) };
    const storageClass = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'gp3' } };
    return saidBy(noMissingStorageClass, [
      storageClass,
      { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata, spec },
    ]);
  };
  expect(said('gp3')).toEqual([]);
  expect(said('gp3', 'gp1')).toEqual([]);
  expect(said('gp1', 'gp3')[0]).toContain('it claims a volume of class "gp1"');
});

describe('7.9 null is what the API server takes it for: absent', () => {
  it('7.9 a budget with neither bound, or with null for both, lets nobody go', () => {
    for (const bounds of [{}, { minAvailable: null }, { minAvailable: null, maxUnavailable: null }])
      expect(saidBy(validDisruptionBudget, [deployment({}, { replicas: 3 }), budget(bounds)])[0]).toContain(
        'it has no bound, which the server takes, and then no Pod may ever be evicted',
      );
    expect(
      saidBy(validDisruptionBudget, [
        deployment({}, { replicas: 3 }),
        budget({ minAvailable: null, maxUnavailable: 1 }),
      ]),
    ).toEqual([]);
  });

  it('7.9 a profile of null is a missing profile', () => {
    const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
    const restricted = { runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
    const said = (seccompProfile: JsonObject | null) =>
      saidBy(validPodSecurity, [
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels } },
        deployment({ securityContext: { ...restricted, seccompProfile } }),
      ]);
    expect(said({ type: 'RuntimeDefault' })).toEqual([]);
    expect(said(null)[0]).toContain('container "web" runs without a seccomp profile');
  });
});

it.each([
  ['maxUnavailable', 0],
  ['maxUnavailable', '0%'],
  ['minAvailable', '100%'],
])('7.10 a budget with %s: %s lets nobody go, whether its Pods are here or not', (field, bound) => {
  const what = `it has ${field} ${bound}, so none of its Pods may ever be evicted, however many there are.`;
  for (const app of ['web', 'elsewhere'])
    expect(
      saidBy(validDisruptionBudget, [deployment({}, { replicas: 3 }), budget({ [field]: bound }, app)])[0],
    ).toContain(what);
});

it.each([
  ['HookSucceeded', 1],
  ['HookFailed', 1],
  ['HookSucceeded,HookFailed', 0],
  ['HookSucceeded, BeforeHookCreation', 0],
  ['BeforeHookCreation', 0],
])(
  '3.3 of a hook Job with the delete policy %s, a warning says that it stops every later sync: %i',
  (policy, warnings) => {
    const annotations = { 'argocd.argoproj.io/hook': 'PreSync', 'argocd.argoproj.io/hook-delete-policy': policy };
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'migrate', namespace, annotations },
      spec: {},
    };
    expect(saidBy(validArgocdAnnotation, [job])).toHaveLength(warnings);
  },
);

describe('7.13 an image without a digest', () => {
  const image = { repository: 'registry.example.com/web', tag: '1.0' };
  const release = { apps: { shop: { images: { web: image }, flags: {} } } };
  const said = (container: string) => {
    const environment = { ...eksEnvironment(), release };
    const objects = [renderedObject(deployment({ image: container }), { environment: environment.name, app: 'shop' })];
    const input = { environment, objects, schemas: schemasOf(), appOwners: new Map(), environments: [environment] };
    return check(input, [requireImageDigest]).findings.map(({ fix }) => fix);
  };

  it('7.13 is pinned where it is given: in the release, or where it is named', () => {
    expect(said('registry.example.com/web:1.0')).toEqual([
      'read the digest from the registry and write it as apps.shop.images.web.digest into environments/test/release.yaml.',
    ]);
    expect(said('nginx:1.29')).toEqual([
      'read the digest from the registry and write nginx:1.29@sha256:… where the image is named, or take it from release.yaml by releasedImage().',
    ]);
  });
});

describe('1.8 an Ingress that the internet reaches over plain HTTP', () => {
  const scheme = { 'alb.ingress.kubernetes.io/scheme': 'internet-facing' };
  const ingress = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'web', namespace, annotations: scheme },
  };
  const severities = (tier: 'production' | 'development') => {
    const environment = eksEnvironment({ tier });
    const objects = [renderedObject(ingress, { environment: environment.name, app: 'shop' })];
    const input = { environment, objects, schemas: schemasOf(), appOwners: new Map(), environments: [environment] };
    return check(input, [requireCertificate]).findings.map(({ severity }) => severity);
  };

  it('1.8 is an error in production and a warning elsewhere', () => {
    expect([severities('production'), severities('development')]).toEqual([['error'], ['warning']]);
  });
});

it('7.11 a value that two other environments share is foreign here all the same', () => {
  const names = ['dev', 'staging'];
  const others = names.map((name) =>
    eksEnvironment({ name, accountId: '999988887777', domain: `${name}.example.com` }),
  );
  const environment = eksEnvironment();
  const image = '999988887777.dkr.ecr.eu-west-1.amazonaws.com/web:1.0';
  const said = (all: readonly EksEnvironment[], here: EksEnvironment) => {
    const objects = [renderedObject(deployment({ image }), { environment: here.name, app: 'shop' })];
    const input = { environment: here, objects, schemas: schemasOf(), appOwners: new Map(), environments: all };
    return check(input, [banForeignValue]).findings.map(({ message }) => message);
  };
  expect(said([...others, environment], environment)).toEqual([
    'Deployment shop/web: it holds 999988887777, the account of environment dev and staging.',
  ]);
  const [dev] = others as [EksEnvironment];
  expect(said([...others, environment], dev)).toEqual([]);
});
