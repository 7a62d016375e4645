import { banFargatePod } from '../../../../src/checks/rules/eks/ban-fargate-pod';
import { noMissingAutoscalerTarget } from '../../../../src/checks/rules/k8s/no-missing-autoscaler-target';
import { validAutoscaler } from '../../../../src/checks/rules/k8s/valid-autoscaler';
import type { JsonObject } from '../../../../src/model/json';
import { kubernetesEnvironment } from '../../../support/environment';
import { saidBy } from '../../../support/schemas';

const namespace = 'shop';
const CPU = { requests: { cpu: '100m' } };

function deployment(spec: JsonObject, name = 'web'): JsonObject {
  const labels = { app: name };
  const template = { metadata: { labels }, spec };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: { selector: { matchLabels: labels }, template },
  };
}

const web = (resources: JsonObject) => ({ name: 'web', image: 'web:1', resources });
const resource = { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } };

function autoscaler(
  metric: JsonObject = { type: 'Resource', resource },
  target: JsonObject = { apiVersion: 'apps/v1' },
  name = 'web',
): JsonObject {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, namespace },
    spec: { scaleTargetRef: { ...target, kind: 'Deployment', name: 'web' }, maxReplicas: 4, metrics: [metric] },
  };
}

describe('7.7 an autoscaler by utilization', () => {
  const said = (spec: JsonObject, ...more: readonly JsonObject[]) =>
    saidBy(validAutoscaler, [autoscaler(), deployment(spec), ...more]);
  const range = (limit: JsonObject): JsonObject => ({
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'filled', namespace },
    spec: { limits: [{ type: 'Container', ...limit }] },
  });

  it('7.7 counts a sidecar, and no other init container', () => {
    const log = { name: 'log', image: 'log:1' };
    const containers = [web(CPU)];
    expect(said({ containers, initContainers: [{ ...log, restartPolicy: 'Always' }] })).toEqual([
      'spec.metrics[0]: HorizontalPodAutoscaler shop/web: it measures cpu against requests, and container log of Deployment shop/web requests none, so it never scales by that (FailedGetResourceMetric). fix: request cpu in container log.',
    ]);
    expect(said({ containers, initContainers: [{ ...log, restartPolicy: 'Always', resources: CPU }] })).toEqual([]);
    expect(said({ containers, initContainers: [log] })).toEqual([]);
  });

  it('7.7 needs requests that add up to something', () => {
    const none = web({ requests: { cpu: 0 } });
    expect(said({ containers: [none] })[0]).toContain('container web of Deployment shop/web requests 0, so it never');
    expect(said({ containers: [none, { ...web(CPU), name: 'log' }] })).toEqual([]);
  });

  it('7.7 a LimitRange with max or min alone fills in requests', () => {
    const containers = [web({})];
    expect(said({ containers }, range({ max: { cpu: '1' } }))).toEqual([]);
    expect(said({ containers }, range({ min: { cpu: '50m' } }))).toEqual([]);
    expect(said({ containers }, range({ max: { memory: '1Gi' } }))).toHaveLength(1);
  });

  it('7.7 requests of the Pod as a whole count since 1.34', () => {
    const pod = (resources: JsonObject, version: string) =>
      saidBy(validAutoscaler, [autoscaler(), deployment({ containers: [web({})], resources })], version);
    expect(pod({ requests: { cpu: '1' } }, '1.34')).toEqual([]);
    expect(pod({ limits: { cpu: '1' } }, '1.34')).toEqual([]);
    expect(pod({ requests: { cpu: '1' } }, '1.33')).toHaveLength(1);
    expect(pod({ requests: { memory: '1Gi' } }, '1.34')).toEqual([
      'spec.metrics[0]: HorizontalPodAutoscaler shop/web: it measures cpu against requests, and Deployment shop/web has resources for the Pod as a whole that say nothing of cpu. What the server fills in for it is not known here. fix: request cpu under `resources` of the Pod.',
    ]);
  });
});

it('7.7 an autoscaler by a container names one that runs, and requests what is measured', () => {
  const said = (container: string, ...containers: readonly JsonObject[]) =>
    saidBy(validAutoscaler, [
      autoscaler({ type: 'ContainerResource', containerResource: { ...resource, container } }),
      deployment({ containers: [...containers] }),
    ]);
  expect(said('web', web(CPU), { name: 'log', image: 'log:1' })).toEqual([]);
  expect(said('web', web({}))[0]).toContain('container web of Deployment shop/web requests none');
  expect(said('wbe', web(CPU))).toEqual([
    'spec.metrics[0].containerResource.container: HorizontalPodAutoscaler shop/web: it measures container "wbe", which Deployment shop/web does not have: it has web. Unless something injects that container, it never scales by that (FailedGetContainerResourceMetric). fix: name a container of the workload.',
  ]);
});

it('7.7 a target without an API group is of the core group, except to KEDA', () => {
  const objects = (scaler: JsonObject) => [scaler, deployment({ containers: [web(CPU)] })];
  for (const target of [{}, { apiVersion: 'v1' }]) {
    const bare = objects(autoscaler(undefined, target));
    expect(saidBy(noMissingAutoscalerTarget, bare)).toEqual([]);
    expect(saidBy(validAutoscaler, bare)).toEqual([
      'spec.scaleTargetRef.apiVersion: HorizontalPodAutoscaler shop/web: it scales Deployment "web" of no API group, which to Kubernetes is the core group. The server refuses that since 1.34, and before never finds the target (FailedGetScale). fix: set `apiVersion`, such as apps/v1.',
    ]);
  }
  const metadata = { name: 'web', namespace };
  const scaled = {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata,
    spec: { scaleTargetRef: { name: 'web' } },
  };
  expect(saidBy(noMissingAutoscalerTarget, objects(scaled))).toEqual([]);
});

describe('7.7 two autoscalers of one workload', () => {
  const workload = deployment({ containers: [web(CPU)] });
  const scaledObject = (annotations: JsonObject): JsonObject => ({
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name: 'web', namespace, annotations },
    spec: { scaleTargetRef: { name: 'web' } },
  });

  it('7.7 scale nothing, and each is told', () => {
    const second = autoscaler(undefined, undefined, 'web-2');
    expect(saidBy(validAutoscaler, [autoscaler(), second, workload])).toEqual([
      'spec.scaleTargetRef: HorizontalPodAutoscaler shop/web: HorizontalPodAutoscaler shop/web-2 scales the same Deployment "web". While two do, none of them scales (AmbiguousSelector). fix: keep one of them, with the metrics of both.',
      'spec.scaleTargetRef: HorizontalPodAutoscaler shop/web-2: HorizontalPodAutoscaler shop/web scales the same Deployment "web". While two do, none of them scales (AmbiguousSelector). fix: keep one of them, with the metrics of both.',
    ]);
  });

  it('7.7 one of KEDA counts, unless it takes over', () => {
    expect(saidBy(validAutoscaler, [autoscaler(), scaledObject({}), workload])[0]).toContain(
      'ScaledObject.keda.sh shop/web scales the same Deployment "web". KEDA makes an autoscaler of its own for it',
    );
    const taken = scaledObject({ 'scaledobject.keda.sh/transfer-hpa-ownership': 'true' });
    expect(saidBy(validAutoscaler, [autoscaler(), taken, workload])).toEqual([]);
  });
});

it('7.7 the size of a Pod on Fargate has its sidecars in it, and of other init containers the largest', () => {
  const large = { requests: { cpu: '10' } };
  const said = (restartPolicy: string | null) => {
    const init = { name: 'log', image: 'log:1', resources: large, restartPolicy };
    const workload = deployment({ containers: [web(large)], initContainers: [init] });
    const metadata = { name: 'web', namespace: 'serverless' };
    return saidBy(banFargatePod, [{ ...workload, metadata }]);
  };
  expect(said('Always')[0]).toContain('a Pod gets at most 16 vCPU and 120 GiB');
  expect(said(null)).toEqual([]);
});

describe('3.2 an autoscaler whose workload states replicas', () => {
  const target = { ...deployment({ containers: [web(CPU)] }) };
  const fixed = { ...target, spec: { ...(target['spec'] as JsonObject), replicas: 3 } };
  const AT =
    'spec.scaleTargetRef: HorizontalPodAutoscaler shop/web: it scales Deployment shop/web, which also states replicas. ';
  const FIX = ' fix: leave `replicas` out of the workload.';

  it('3.2 is told what is true of it: Argo CD leaves the number alone, and others set it back', () => {
    expect(saidBy(validAutoscaler, [autoscaler(), fixed])).toEqual([
      `${AT}Argo CD sets them when it creates the workload, and never again: what Git says is not what runs.${FIX}`,
    ]);
    expect(saidBy(validAutoscaler, [autoscaler(), fixed], undefined, kubernetesEnvironment())).toEqual([
      `${AT}Each sync sets the count back, at the worst moment.${FIX}`,
    ]);
  });
});
