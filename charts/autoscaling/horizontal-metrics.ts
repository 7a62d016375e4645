import type { MetricSpecV2, MetricTargetV2 } from '../../imports/k8s';
import type { QuantityText } from '../../src/grammar/amounts';
import { defined } from '../../src/model/defined';
import { quantity } from '../shared/kube-values';
import type { Labels } from '../shared/labels';
import type { Problems } from '../shared/problems';
import { given, type Mistake, type Without } from '../shared/without';
import { type CpuInput, cpuText, type SizeInput, sizeText } from '../workload/values';
import type { TargetObject } from './scale-target';

/** What Pods or one of their containers use, on average over the Pods. */
export interface ResourceMetrics {
  /** Percent of the CPU request, from 1. `@default` 70, where no metric at all is given */
  readonly cpuUtilization?: number;
  /** Percent of the memory request, from 1. `@default` - memory is not looked at */
  readonly memoryUtilization?: number;
  /** CPU that a Pod uses, such as `500m`, whatever is requested. `@default` - not looked at */
  readonly cpuAverage?: CpuInput;
  /** Memory that a Pod uses, such as `512Mi`, whatever is requested. `@default` - not looked at */
  readonly memoryAverage?: SizeInput;
}

/** A metric by its name, of an adapter such as that of Prometheus. */
export interface MetricName {
  /** Name of the metric, as the adapter spells it. */
  readonly metric: string;
  /** Labels of the metric. `@default` - all that is called so */
  readonly selector?: Labels;
}

/** A metric that each Pod has. */
export interface PodsMetric extends MetricName {
  /** What a Pod is to have on average, such as `100` or `500m`. */
  readonly averageValue: QuantityText;
}

/** What all Pods together are to have. */
export interface WholeValue {
  /** What all together are to have. Give this or `averageValue`. */
  readonly value: QuantityText;
}

/** What falls to a Pod. */
export interface ValuePerPod {
  /** What falls to a Pod: the value is divided by the Pods. Give this or `value`. */
  readonly averageValue: QuantityText;
}

/** What a metric is held against. */
export type WholeOrPerPod =
  | (WholeValue & Without<'averageValue', 'a metric is held against one of them: leave value or averageValue out'>)
  | (ValuePerPod & Without<'value', 'a metric is held against one of them: leave value or averageValue out'>);

/** A metric of something beside the Pods. */
export type ExternalMetric = MetricName & WholeOrPerPod;

/** The object of the namespace that has a metric. */
export interface MeasuredObject {
  /** The object that has the metric. */
  readonly object: TargetObject;
}

/** A metric of one object of the namespace, such as requests of an Ingress. */
export type ObjectMetric = ExternalMetric & MeasuredObject;

/** What a HorizontalPodAutoscaler counts Pods by; the metric that wants most Pods decides. */
export interface HorizontalMetrics extends ResourceMetrics {
  /** Single containers, by name; sidecars then do not count. `@default` - the whole Pod */
  readonly containers?: Readonly<Record<string, ResourceMetrics>>;
  /** Metrics that each Pod has. `@default` - none */
  readonly podMetrics?: readonly PodsMetric[];
  /** Metrics of other objects. `@default` - none */
  readonly objectMetrics?: readonly ObjectMetric[];
  /** Metrics from outside of the cluster. `@default` - none */
  readonly externalMetrics?: readonly ExternalMetric[];
}

const DEFAULT_CPU_PERCENT = 70;

/**
 * In the order the API server keeps: it moves the share of CPU to the end, and Argo CD would show that as a difference.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/autoscaling/v1/conversion.go
 */
export function metricSpecs(props: HorizontalMetrics): MetricSpecV2[] {
  const { containers = {}, podMetrics = [], objectMetrics = [], externalMetrics = [] } = props;
  const { cpuUtilization, ...others } = props;
  const before = [
    ...podMetrics.map((one) => ({ type: 'Pods', pods: { metric: identity(one), target: target(one) } })),
    ...objectMetrics.map(objectMetric),
    ...externalMetrics.map((one) => ({ type: 'External', external: { metric: identity(one), target: target(one) } })),
    ...Object.entries(containers).flatMap(([container, metrics]) =>
      resourceTargets(metrics).map((resource) => ({
        type: 'ContainerResource',
        containerResource: { container, ...resource },
      })),
    ),
    ...resourceTargets(others).map((resource) => ({ type: 'Resource', resource })),
  ];
  const cpu = cpuUtilization ?? (before.length === 0 ? DEFAULT_CPU_PERCENT : undefined);
  const last = resourceTargets(defined({ cpuUtilization: cpu }));
  return [...before, ...last.map((resource) => ({ type: 'Resource', resource }))];
}

function resourceTargets(metrics: ResourceMetrics): { readonly name: string; readonly target: MetricTargetV2 }[] {
  const { cpuAverage, memoryAverage, memoryUtilization, cpuUtilization } = metrics;
  return [
    ...average('memory', memoryAverage && sizeText(memoryAverage)),
    ...average('cpu', cpuAverage && cpuText(cpuAverage)),
    ...utilization('memory', memoryUtilization),
    ...utilization('cpu', cpuUtilization),
  ];
}

function average(name: string, text: string | undefined) {
  return text === undefined ? [] : [{ name, target: { type: 'AverageValue', averageValue: quantity(text) } }];
}

function utilization(name: string, averageUtilization: number | undefined) {
  return averageUtilization === undefined ? [] : [{ name, target: { type: 'Utilization', averageUtilization } }];
}

function objectMetric(metric: ObjectMetric): MetricSpecV2 {
  const { apiVersion, kind, name } = metric.object;
  const described = { apiVersion, kind, name };
  return { type: 'Object', object: { describedObject: described, metric: identity(metric), target: target(metric) } };
}

function identity({ metric, selector }: MetricName) {
  return { name: metric, ...(selector && { selector: { matchLabels: { ...selector } } }) };
}

/** What a metric is held against, as it is read. */
type TargetInput = Readonly<Partial<Record<'value' | 'averageValue', string | Mistake<string>>>>;

function target(input: TargetInput): MetricTargetV2 {
  const [value, averageValue] = [given(input.value), given(input.averageValue)];
  if (value !== undefined) return { type: 'Value', value: quantity(value) };
  return { type: 'AverageValue', ...(averageValue !== undefined && { averageValue: quantity(averageValue) }) };
}

/** Amounts and shares. @param path of the metrics in the construct's properties */
export function judgeMetrics(props: HorizontalMetrics, path: string, problems: Problems): void {
  judgeResources(props, path, problems);
  for (const [name, metrics] of Object.entries(props.containers ?? {}))
    judgeResources(metrics, `${path}containers.${name}.`, problems);
  for (const list of ['podMetrics', 'objectMetrics', 'externalMetrics'] as const)
    for (const one of props[list] ?? []) judgeTarget(one, `${path}${list}: ${one.metric}`, problems);
}

function judgeResources(metrics: ResourceMetrics, path: string, problems: Problems): void {
  const { cpuUtilization, memoryUtilization, cpuAverage, memoryAverage } = metrics;
  problems.integer(`${path}cpuUtilization`, cpuUtilization, 1);
  problems.integer(`${path}memoryUtilization`, memoryUtilization, 1);
  problems.quantity(`${path}cpuAverage`, cpuAverage && cpuText(cpuAverage));
  problems.quantity(`${path}memoryAverage`, memoryAverage && sizeText(memoryAverage));
}

function judgeTarget(input: TargetInput, name: string, problems: Problems): void {
  const [value, averageValue] = [given(input.value), given(input.averageValue)];
  problems.unless(
    (value === undefined) !== (averageValue === undefined),
    `${name} has ${value === undefined ? 'neither value nor averageValue' : 'both value and averageValue'}, and a metric is held against one of them.`,
    'give one: value of all together, averageValue per Pod.',
  );
  problems.quantity(`${name}.value`, value);
  problems.quantity(`${name}.averageValue`, averageValue);
}
