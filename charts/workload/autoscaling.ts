import type { Construct } from 'constructs';
import { type HorizontalPodAutoscalerSpecV2, KubeHorizontalPodAutoscalerV2 } from '../../imports/k8s';
import { judgeBehavior } from '../../src/model/autoscaling/judge-behavior';
import type { Environment } from '../../src/model/environment';
import type { FieldVerdict } from '../../src/model/field-verdict';
import { type HorizontalMetrics, judgeMetrics, metricSpecs } from '../autoscaling/horizontal-metrics';
import type { TargetObject } from '../autoscaling/scale-target';
import type { ScalingBehavior, ScalingRules } from '../autoscaling/scaling-behavior';
import { judged } from '../scheduling/judged';
import { quantity } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import { type Naming, objectMetadata } from './labels';

/** How many Pods run, by their load. */
export interface AutoscalingProps extends HorizontalMetrics {
  /** At least 1. `@default` the environment's `minReplicas` */
  readonly minReplicas?: number;
  /** At least `minReplicas`. */
  readonly maxReplicas: number;
  /** How fast the number changes. `@default` - as Kubernetes does */
  readonly behavior?: ScalingBehavior;
}

/** With the least number of Pods, which the environment decides where the app does not. */
export interface Scaling extends AutoscalingProps {
  readonly minReplicas: number;
}

/** @param path of the scaling in the construct's properties: `autoscaling.`, or nothing */
export function judgeScaling(
  props: Scaling,
  environment: Environment,
  problems: Problems,
  path = 'autoscaling.',
): void {
  problems.integer(`${path}minReplicas`, props.minReplicas, 1);
  problems.integer(`${path}maxReplicas`, props.maxReplicas, 1);
  judgeMetrics(props, path, problems);
  problems.unless(
    props.maxReplicas >= props.minReplicas,
    `${path === '' ? '' : 'autoscaling: '}maxReplicas ${props.maxReplicas} is below minReplicas ${props.minReplicas}; the server refuses it.`,
    'raise maxReplicas.',
  );
  const verdicts: FieldVerdict[] = [];
  const minor = Number(environment.kubernetesVersion.split('.')[1]);
  judgeBehavior({ spec: { behavior: props.behavior } }, minor, (verdict) => verdicts.push(verdict));
  judged(verdicts, problems);
}

/** What a HorizontalPodAutoscaler is told. */
export function scalingSpec(props: Scaling, target: TargetObject): HorizontalPodAutoscalerSpecV2 {
  const { minReplicas, maxReplicas, behavior } = props;
  return {
    scaleTargetRef: target,
    minReplicas,
    maxReplicas,
    metrics: metricSpecs(props),
    ...(behavior && { behavior: { ...rulesAt('scaleUp', behavior), ...rulesAt('scaleDown', behavior) } }),
  };
}

function rulesAt(direction: keyof ScalingBehavior, behavior: ScalingBehavior) {
  const rules: ScalingRules | undefined = behavior[direction];
  if (rules === undefined) return {};
  const { tolerance, policies, ...others } = rules;
  return {
    [direction]: {
      ...others,
      ...(tolerance !== undefined && { tolerance: quantity(tolerance) }),
      ...(policies && { policies: [...policies] }),
    },
  };
}

/** @param workload that has the name */
export function autoscaler(
  scope: Construct,
  naming: Naming,
  props: Scaling,
  { apiVersion, kind }: Pick<TargetObject, 'apiVersion' | 'kind'>,
): KubeHorizontalPodAutoscalerV2 {
  return new KubeHorizontalPodAutoscalerV2(scope, 'Autoscaler', {
    metadata: objectMetadata(naming),
    spec: scalingSpec(props, { apiVersion, kind, name: naming.name }),
  });
}
