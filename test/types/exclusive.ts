/** Properties that exclude each other. The words behind each expectation are those that the compiler shows; a test asks it. */
import type { Chart } from 'cdk8s';
import {
  AccessEntry,
  AdotCollector,
  BatchJob,
  type FixedOrScaledReplicas,
  FluentBit,
  HorizontalPodAutoscaler,
  type Mount,
  type ProbeInput,
  type RunOn,
  ScaledJob,
  StatefulService,
  WebService,
  type WebServiceOptions,
  type WebServiceProps,
  Worker,
} from 'cdk8s-eks';

declare const chart: Chart;
declare const isProduction: boolean;
const image = 'example.com/app:1';
const ports = [{ name: 'http', containerPort: 8080 }];
const target = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' };
const autoscaling = { maxReplicas: 9 };

// What is right, also where it is put together.
export const one = new WebService(chart, 'a', { image, port: 8080, servicePort: 8080, replicas: 3 });
export const several = new WebService(chart, 'b', { image, ports, autoscaling });
export const noScaling = new Worker(chart, 'c', { image, replicas: 'external', autoscaling: false });
export const recreated = new WebService(chart, 'D', { image, port: 8080, strategy: 'Recreate' });
const rollout = { canary: {} };
export const canary = new WebService(chart, 'F', { image, port: 8080, rollout });
export const eitherWay = new WebService(chart, 'G', {
  image,
  port: 8080,
  ...(isProduction ? { rollout } : { strategy: 'Recreate' }),
});
export const maybe = new Worker(chart, 'd', { image, autoscaling: isProduction ? autoscaling : false });
export const either = new Worker(chart, 'e', { image, ...(isProduction ? { autoscaling } : { replicas: 1 }) });
export const wrapped = (props: WebServiceProps) => new WebService(chart, 'f', props);
export const withDefaults = (props: WebServiceProps) => new WebService(chart, 'J', { resources: 'none', ...props });
export const added = (props: Partial<WebServiceOptions> & FixedOrScaledReplicas) =>
  new WebService(chart, 'g', { image, port: 8080, ...props });

// @ts-expect-error port and ports exclude each other: put the port into ports
export const portAndPorts = new WebService(chart, 'h', { image, port: 8080, ports });
// @ts-expect-error is missing in type '{ image: string; }'
export const noPort = new WebService(chart, 'i', { image });
// @ts-expect-error is missing in type '{ image: string; ports: {
export const servicePort = new WebService(chart, 'j', { image, ports, servicePort: 80 });
// @ts-expect-error replicas stands beside autoscaling: leave replicas out
export const webScaled = new WebService(chart, 'k', { image, port: 8080, replicas: 2, autoscaling });
// @ts-expect-error replicas stands beside autoscaling: leave replicas out
export const workerScaled = new Worker(chart, 'l', { image, replicas: 2, autoscaling });
// @ts-expect-error replicas stands beside autoscaling: leave replicas out
export const externalScaled = new Worker(chart, 'm', { image, replicas: 'external', autoscaling });
// @ts-expect-error replicas stands beside autoscaling: leave replicas out
export const stateScaled = new StatefulService(chart, 'n', { image, ports, replicas: 2, autoscaling });
// @ts-expect-error a Rollout has its own strategy: leave strategy or rollout out
export const twoStrategies = new WebService(chart, 'H', { image, port: 8080, rollout, strategy: 'Recreate' });
// @ts-expect-error a Rollout has its own strategy: leave strategy or rollout out
export const surge = new WebService(chart, 'I', { image, port: 8080, rollout, strategy: { maxSurge: 1 } });

export const budget = new Worker(chart, 'o', {
  image,
  // @ts-expect-error a budget has one bound: leave minAvailable or maxUnavailable out
  disruptionBudget: { minAvailable: 1, maxUnavailable: 1 },
});
export const metric = new HorizontalPodAutoscaler(chart, 'p', {
  target,
  maxReplicas: 3,
  // @ts-expect-error a metric is held against one of them: leave value or averageValue out
  externalMetrics: [{ metric: 'queue', value: '1', averageValue: '1' }],
});
export const objectMetric = new HorizontalPodAutoscaler(chart, 'q', {
  target,
  maxReplicas: 3,
  // @ts-expect-error a metric is held against one of them: leave value or averageValue out
  objectMetrics: [{ metric: 'requests', object: target, value: '1', averageValue: '1' }],
});
export const queue = new BatchJob(chart, 'r', {
  image,
  // @ts-expect-error a queue has one topology: leave requiredTopology or preferredTopology out
  queue: { name: 'research', requiredTopology: 'zone', preferredTopology: 'zone' },
});
// @ts-expect-error is missing in type '{ path: string; configMap: string; secret: string; }'
export const mount: Mount = { path: '/a', configMap: 'a', secret: 'b' };
// @ts-expect-error a mount has one source: leave the others out
export const volume: Mount = { path: '/a', volume: { name: 'a' }, claim: 'b' };
// @ts-expect-error a probe asks in one way: leave the others out
export const probe: ProbeInput = { http: '/ready', tcp: 8080 };
// @ts-expect-error a probe asks in one way: leave the others out
export const command: ProbeInput = { exec: ['check'], grpc: 8080 };
// @ts-expect-error no node is of two of pool, nodeGroup and hybrid: leave the others out
export const poolAndGroup: RunOn = { pool: 'gpu', nodeGroup: 'general' };
// @ts-expect-error no node is of two of pool, nodeGroup and hybrid: leave the others out
export const poolAndHybrid: RunOn = { pool: 'gpu', hybrid: true };

export const entry = new AccessEntry(chart, 's', { iamRole: 'shop-team', groups: ['shop'] });
// @ts-expect-error an entry is for one principal: leave iamRole or iamUser out
export const twoPrincipals = new AccessEntry(chart, 't', { iamRole: 'shop-team', iamUser: 'ann' });
// @ts-expect-error is missing in type '{ groups: string[]; }'
export const noPrincipal = new AccessEntry(chart, 'u', { groups: ['shop'] });

const sqs = { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/videos', queueLength: 1 };
export const byQueue = new ScaledJob(chart, 'v', { image, maxReplicas: 2, triggers: [{ sqs }] });
export const byCpu = new ScaledJob(chart, 'w', {
  image,
  maxReplicas: 2,
  // @ts-expect-error no Job starts by what running Pods use: take a trigger that counts work, or a ScaledObject
  triggers: [{ cpu: { value: 70 } }],
});
export const byMemory = new ScaledJob(chart, 'x', {
  image,
  maxReplicas: 2,
  // @ts-expect-error no Job starts by what running Pods use: take a trigger that counts work, or a ScaledObject
  triggers: [{ sqs }, { memory: { value: 70 } }],
});

export const agent = new FluentBit(chart, 'y', { image, iamRole: 'logs', retentionDays: 30 });
// @ts-expect-error AWS is called as one: leave iamRole or serviceAccount out
export const twoRoles = new FluentBit(chart, 'z', { image, iamRole: 'logs', serviceAccount: 'a', retentionDays: 30 });
// @ts-expect-error is missing in type '{ image: string; retentionDays: 30; }'
export const noRole = new FluentBit(chart, 'A', { image, retentionDays: 30 });
export const traces = new AdotCollector(chart, 'B', { image, iamRole: 'traces', traces: 'xray' });
// @ts-expect-error is missing in type '{ image: string; iamRole: string; }'
export const noOutput = new AdotCollector(chart, 'C', { image, iamRole: 'traces' });
// @ts-expect-error AWS is called as one: leave iamRole or serviceAccount out
export const twoAccounts = new AdotCollector(chart, 'E', { image, iamRole: 'a', serviceAccount: 'b', traces: 'xray' });
