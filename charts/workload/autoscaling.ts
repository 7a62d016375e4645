import type { Construct } from 'constructs';
import { KubeHorizontalPodAutoscalerV2, type MetricSpecV2 } from '../../imports/k8s';
import type { Problems } from '../shared/problems';
import { type Naming, objectMetadata } from './labels';

/** How many Pods run, by their load. */
export interface AutoscalingProps {
  /** At least 1. `@default` the environment's `minReplicas` */
  readonly minReplicas?: number;
  /** At least `minReplicas`. */
  readonly maxReplicas: number;
  /** Percent of the CPU request that Pods use on average, from 1. `@default` 70, where nothing is given */
  readonly cpuUtilization?: number;
  /** Percent of the memory request, from 1. */
  readonly memoryUtilization?: number;
}

/** With the least number of Pods, which the environment decides where the app does not. */
export interface Scaling extends AutoscalingProps {
  readonly minReplicas: number;
}

export function judgeScaling(props: Scaling, problems: Problems): void {
  for (const [name, value] of Object.entries(props)) {
    problems.integer(`autoscaling.${name}`, value, 1);
  }
  problems.unless(
    props.maxReplicas >= props.minReplicas,
    `autoscaling: maxReplicas ${props.maxReplicas} is below minReplicas ${props.minReplicas}; the server refuses it.`,
    'raise maxReplicas.',
  );
}

/** Metrics in the order the API server keeps them, so that Argo CD sees no difference. */
export function autoscaler(scope: Construct, naming: Naming, props: Scaling): KubeHorizontalPodAutoscalerV2 {
  const cpu = props.cpuUtilization ?? (props.memoryUtilization === undefined ? 70 : undefined);
  const metrics = [...utilization('cpu', cpu), ...utilization('memory', props.memoryUtilization)];
  return new KubeHorizontalPodAutoscalerV2(scope, 'Autoscaler', {
    metadata: objectMetadata(naming),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: naming.name },
      minReplicas: props.minReplicas,
      maxReplicas: props.maxReplicas,
      metrics,
    },
  });
}

function utilization(name: string, averageUtilization: number | undefined): MetricSpecV2[] {
  if (averageUtilization === undefined) return [];
  return [{ type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } }];
}
