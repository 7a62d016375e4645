import { validEbsAccessMode } from '../../../../src/checks/rules/eks/valid-ebs-access-mode';
import { noMissingStorageClass } from '../../../../src/checks/rules/k8s/no-missing-storage-class';
import { validClaim } from '../../../../src/checks/rules/k8s/valid-claim';
import { validDefinition } from '../../../../src/checks/rules/k8s/valid-definition';
import { validDisruptionBudget } from '../../../../src/checks/rules/k8s/valid-disruption-budget';
import { validNamespace } from '../../../../src/checks/rules/k8s/valid-namespace';
import type { JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { saidBy } from '../../../support/schemas';

const namespace = 'shop';

function deployment(spec: JsonObject, pod: JsonObject = {}): JsonObject {
  const labels = { app: 'web' };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1' }], ...pod } };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace },
    spec: { ...spec, selector: { matchLabels: labels }, template },
  };
}

function budget(spec: JsonObject, name = 'web'): JsonObject {
  return { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name, namespace }, spec };
}

const selector = { matchLabels: { app: 'web' } };

describe('7.10 a budget', () => {
  it('7.10 shares its Pods with no other: none of them could be evicted', () => {
    const two = [budget({ maxUnavailable: 1, selector }), budget({ maxUnavailable: 1, selector: {} }, 'all')];
    expect(saidBy(validDisruptionBudget, [deployment({ replicas: 3 }), ...two])).toEqual([
      'spec.selector: PodDisruptionBudget shop/all: PodDisruptionBudget shop/web selects the Pods of Deployment shop/web too, and the server evicts no Pod that two budgets select. Node upgrades fail with PodEvictionFailure, and nodes cannot be drained. fix: keep one budget for each Pod.',
      'spec.selector: PodDisruptionBudget shop/web: PodDisruptionBudget shop/all selects the Pods of Deployment shop/web too, and the server evicts no Pod that two budgets select. Node upgrades fail with PodEvictionFailure, and nodes cannot be drained. fix: keep one budget for each Pod.',
    ]);
    expect(
      saidBy(validDisruptionBudget, [deployment({ replicas: 3 }), budget({ maxUnavailable: 1, selector: {} })]),
    ).toEqual([]);
  });

  it('7.9 without a selector protects nothing, and is in no other’s way', () => {
    const bare = budget({ maxUnavailable: 1, selector: null }, 'bare');
    expect(
      saidBy(validDisruptionBudget, [deployment({ replicas: 3 }), bare, budget({ maxUnavailable: 1, selector })]),
    ).toEqual([
      'spec.selector: PodDisruptionBudget shop/bare: it has no selector, which selects no Pod, so it protects nothing. fix: select the labels of a workload; an empty selector selects all Pods of the namespace.',
    ]);
  });

  it('7.10 over a workload that runs no Pod is in nobody’s way', () => {
    for (const bound of [{ minAvailable: 1 }, { maxUnavailable: '50%' }])
      expect(saidBy(validDisruptionBudget, [deployment({ replicas: 0 }), budget({ ...bound, selector })])).toEqual([]);
    expect(
      saidBy(validDisruptionBudget, [deployment({ replicas: 1 }), budget({ minAvailable: 1, selector })]),
    ).toHaveLength(1);
  });

  it('7.10 counts the fewest Pods that KEDA leaves', () => {
    const scaled = (minReplicaCount: number): JsonObject => ({
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { name: 'web', namespace },
      spec: { scaleTargetRef: { name: 'web' }, minReplicaCount },
    });
    const said = (least: number) =>
      saidBy(validDisruptionBudget, [deployment({}), scaled(least), budget({ minAvailable: 1, selector })]);
    expect([said(3).length, said(0).length]).toEqual([0, 1]);
  });
});

describe('7.8 the claim of an ephemeral volume', () => {
  const gp3 = {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'gp3' },
    provisioner: 'ebs.csi.aws.com',
  };
  const objects = (spec: JsonObject, annotations: JsonObject = {}) => {
    const claim = { metadata: { annotations }, spec: { resources: { requests: { storage: '1Gi' } }, ...spec } };
    return [gp3, deployment({}, { volumes: [{ name: 'tmp', ephemeral: { volumeClaimTemplate: claim } }] })];
  };
  const at = 'spec.template.spec.volumes[0].ephemeral.volumeClaimTemplate';

  it('7.8 names a class that exists, in the field or in the annotation', () => {
    expect(saidBy(noMissingStorageClass, objects({ storageClassName: 'gp3' }))).toEqual([]);
    expect(saidBy(noMissingStorageClass, objects({ storageClassName: 'nope' }))[0]).toContain(
      `${at}.spec.storageClassName: Deployment shop/web: it claims a volume of class "nope"`,
    );
    const annotations = { 'volume.beta.kubernetes.io/storage-class': 'nope' };
    expect(saidBy(noMissingStorageClass, objects({}, annotations))[0]).toContain('a volume of class "nope"');
  });

  it('7.8 asks for a size, and for an access that its class has', () => {
    const shared = { storageClassName: 'gp3', accessModes: ['ReadWriteMany'] };
    expect(saidBy(validEbsAccessMode, objects(shared))[0]).toContain(
      `${at}.spec.accessModes[0]: Deployment shop/web: it asks for`,
    );
    expect(saidBy(validClaim, objects({ ...shared, resources: {} }))).toEqual([
      `${at}.spec.resources.requests.storage: Deployment shop/web: a claim without a size gets no volume; the server refuses it. fix: set \`resources.requests.storage\`, such as 10Gi.`,
    ]);
  });
});

it('7.1 a namespace that is an empty text is absent', () => {
  const value = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'zz', namespace: '' } };
  expect(renderedObject(value, { environment: 'test', app: 'shop' })).not.toHaveProperty('namespace');
});

it('7.2 a Namespace names levels and versions of Pod Security that there are', () => {
  const said = (labels: JsonObject) =>
    saidBy(validNamespace, [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels } }]);
  const prefix = 'pod-security.kubernetes.io/';
  expect(said({ [`${prefix}enforce`]: 'Privileged' })).toEqual([
    'metadata.labels["pod-security.kubernetes.io/enforce"]: Namespace shop: the level "Privileged" is not one of Pod Security, so the server refuses the Namespace. Did you mean "privileged"? fix: use one of: privileged, baseline, restricted.',
  ]);
  expect(said({ [`${prefix}warn-version`]: 'v9.99' })[0]).toContain('"v9.99" is not a version of Pod Security');
  expect(
    said({
      [`${prefix}enforce`]: 'baseline',
      [`${prefix}enforce-version`]: 'latest',
      [`${prefix}audit-version`]: 'v1.34',
    }),
  ).toEqual([]);
});

it('7.5 a definition is called by its plural and its group', () => {
  const definition = (name: string): JsonObject => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name },
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { kind: 'Widget', plural: 'widgets' },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
    },
  });
  expect(saidBy(validDefinition, [definition('widgets.example.com')])).toEqual([]);
  expect(saidBy(validDefinition, [definition('widget.example.com')])[0]).toContain('call it widgets.example.com');
});
