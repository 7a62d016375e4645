/** Amounts that cannot be meant do not compile; text that is known later is read by `cpuOf`, `sizeOf`, `quantityOf`, `durationOf`. */
import type { Chart } from 'cdk8s';
import { Size } from 'cdk8s';
import {
  type ContainerResources,
  cpuOf,
  durationOf,
  Environment,
  ExternalSecret,
  HorizontalPodAutoscaler,
  NodePool,
  PrometheusRule,
  quantityOf,
  ServiceMonitor,
  sizeOf,
  TenantNamespace,
  VolumeClaim,
  type WebService,
  Worker,
} from 'cdk8s-eks';
import { Cpu } from 'cdk8s-plus-28';

declare const chart: Chart;
declare const web: WebService;
const image = 'example.com/app:1';
const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
const { values, sizes } = Environment.of(chart);

// What is right.
export const texts: ContainerResources = { cpu: '1.5', memory: '512Mi', memoryLimit: '1.5Gi', cpuLimit: '2000m' };
export const plus: ContainerResources = { cpu: Cpu.millis(250), memory: Size.mebibytes(64) };
export const nothing: ContainerResources = { cpu: 'none', memory: 'none', memoryLimit: 'none' };
export const settings: ContainerResources = { cpu: cpuOf(values['cpu']), memory: sizeOf(values['memory']) };
export const size: ContainerResources | undefined = sizes['small'];
export const computed: ContainerResources = { cpu: `${4 * 250}m`, memory: `${4 * 128}Mi` };
export const interval = new ServiceMonitor(chart, 'a', { target: web, interval: '1m30s', scrapeTimeout: '10s' });
export const later = new ServiceMonitor(chart, 'b', { target: web, interval: durationOf(values['interval']) });
export const length = new HorizontalPodAutoscaler(chart, 'c', {
  target,
  maxReplicas: 3,
  externalMetrics: [{ metric: 'queue', averageValue: quantityOf(values['queue']) }],
});

// @ts-expect-error CPU is a number, or thousandths with m
export const words: ContainerResources = { cpu: '2 cores', memory: '1Gi' };
// @ts-expect-error a decimal comma
export const comma: ContainerResources = { cpu: '1,5', memory: '1Gi' };
// @ts-expect-error CPU has no unit of memory
export const cpuInBytes: ContainerResources = { cpu: '512Mi', memory: '1Gi' };
// @ts-expect-error Kubernetes writes M or Mi
export const megabytes: ContainerResources = { cpu: '1', memory: '512MB' };
// @ts-expect-error thousandths of a byte
export const thousandths: ContainerResources = { cpu: '1', memory: '128m' };
// @ts-expect-error 512 bytes
export const noUnit: ContainerResources = { cpu: '1', memory: '512' };
// @ts-expect-error a small letter for Ki or k
export const kilo: ContainerResources = { cpu: '1', memory: '512K' };
// @ts-expect-error the limit too
export const limit: ContainerResources = { cpu: '1', memory: '1Gi', memoryLimit: '2GiB' };
// @ts-expect-error local disk too
export const disk: ContainerResources = { cpu: '1', memory: '1Gi', ephemeralStorage: '2GB' };
// @ts-expect-error nobody has read the text
export const unread: ContainerResources = { cpu: values['cpu'], memory: '1Gi' };
// @ts-expect-error devices are counted
export const devices: ContainerResources = { cpu: '1', memory: '1Gi', extended: { 'nvidia.com/gpu': 'two' } };
// @ts-expect-error in a workload as well
export const worker = new Worker(chart, 'd', { image, resources: { cpu: 'half', memory: '1Gi' } });
// @ts-expect-error in folders
export const folder = new Worker(chart, 'e', { image, writable: [{ path: '/tmp', sizeLimit: '64MB' }] });
// @ts-expect-error in claims
export const claim = new VolumeClaim(chart, 'f', { storageClass: 'gp3', size: '10 GB' });
// @ts-expect-error in quotas
export const tenant = new TenantNamespace(chart, 'g', { quota: { cpu: '8 cores', memory: '32Gi' } });
// @ts-expect-error in limits of a pool
export const pool = new NodePool(chart, 'h', { nodeClass: 'default', limits: { cpu: 'many' } });
export const metric = new HorizontalPodAutoscaler(chart, 'i', {
  target,
  maxReplicas: 3,
  // @ts-expect-error in metrics
  externalMetrics: [{ metric: 'queue', value: 'many' }],
});
// @ts-expect-error a duration has its unit
export const noSeconds = new ServiceMonitor(chart, 'j', { target: web, interval: '30' });
// @ts-expect-error the smaller unit is last
export const order = new ServiceMonitor(chart, 'k', { target: web, interval: '30s1h' });
export const rule = new PrometheusRule(chart, 'l', {
  // @ts-expect-error one letter
  groups: [{ name: 'web', rules: [{ alert: 'Down', expr: 'up == 0', for: '10 min' }] }],
});
export const secret = new ExternalSecret(chart, 'm', {
  store: { kind: 'SecretStore', name: 'aws' },
  data: { password: { key: 'shop/db' } },
  // @ts-expect-error Go has no days
  refreshInterval: '1d',
});
