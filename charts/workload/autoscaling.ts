import type { Construct } from 'constructs';
import { KubeHorizontalPodAutoscalerV2, type MetricSpecV2 } from '../../imports/k8s';
import type { Problems } from '../problems';
import type { Labels } from './labels';

/** How many Pods run, by their load. */
export interface AutoscalingProps {
  /** At least 1. `@default` the environment's `minReplicas` */
  readonly minReplicas?: number;
  readonly maxReplicas: number;
  /** Percent of the CPU request that Pods use on average. `@default` 70, where nothing is given */
  readonly cpuUtilization?: number;
  /** Percent of the memory request. */
  readonly memoryUtilization?: number;
}

/** Metrics in the order the API server keeps them, so that Argo CD sees no difference. */
export function autoscaler(
  scope: Construct,
  component: string,
  props: AutoscalingProps & { readonly minReplicas: number },
  labels: Labels,
  problems: Problems,
): KubeHorizontalPodAutoscalerV2 {
  problems.unless(
    props.maxReplicas >= props.minReplicas,
    `autoscaling: maxReplicas ${props.maxReplicas} is below minReplicas ${props.minReplicas}; the server refuses it.`,
    'raise maxReplicas.',
  );
  const cpu = props.cpuUtilization ?? (props.memoryUtilization === undefined ? 70 : undefined);
  const metrics = [...utilization('cpu', cpu), ...utilization('memory', props.memoryUtilization)];
  return new KubeHorizontalPodAutoscalerV2(scope, 'Autoscaler', {
    metadata: { name: component, labels: { ...labels } },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: component },
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
