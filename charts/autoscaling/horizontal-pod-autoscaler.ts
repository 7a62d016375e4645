import { Construct } from 'constructs';
import { KubeHorizontalPodAutoscalerV2 } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import type { ObjectProps } from '../shared/custom-object';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { type AutoscalingProps, judgeScaling, scalingSpec } from '../workload/autoscaling';
import {
  judgeStatedReplicas,
  judgeTargetNamespace,
  leaveReplicas,
  type ScaleTargetInput,
  targetReference,
} from './scale-target';
import { recordTarget } from './scaled-targets';

export interface HorizontalPodAutoscalerProps extends ObjectProps, AutoscalingProps {
  /** What is scaled: a workload of ours, an object of cdk8s or cdk8s-plus, or its kind and name. It says no `replicas`. */
  readonly target: ScaleTargetInput;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly autoscaler?: Patch };
}

/**
 * Scales by load what has no `autoscaling` of its own: a Rollout, a workload of cdk8s-plus. A workload of ours in the same app
 * leaves its number of Pods out by itself.
 * @throws ToolError with everything that is wrong with the properties
 * @finding k8s/valid-autoscaler
 * @finding k8s/no-missing-autoscaler-target
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/
 * @example
 * import { HorizontalPodAutoscaler } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const canary = (chart: Chart) =>
 *   new HorizontalPodAutoscaler(chart, 'web', {
 *     target: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' },
 *     minReplicas: 2,
 *     maxReplicas: 12,
 *     podMetrics: [{ metric: 'http_requests_per_second', averageValue: '100' }],
 *     behavior: { scaleDown: { stabilizationWindowSeconds: 600 } },
 *   });
 */
export class HorizontalPodAutoscaler extends Construct {
  readonly autoscaler: KubeHorizontalPodAutoscalerV2;
  /** Name of the HorizontalPodAutoscaler. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: HorizontalPodAutoscalerProps) {
    super(scope, id);
    const problems = problemsWith(this, 'HorizontalPodAutoscaler', props, HorizontalPodAutoscaler);
    const environment = environmentOf(this);
    const { name = id, labels, annotations } = props;
    this.name = name;
    const scaling = { ...props, minReplicas: props.minReplicas ?? environment.minReplicas };
    judgeScaling(scaling, environment, problems, '');
    recordTarget(this, targetReference(props.target), props.maxReplicas);
    if (judgeTargetNamespace(this, props.target, problems)) judgeStatedReplicas(props.target, problems);
    problems.raise();
    leaveReplicas(props.target);
    const metadata = {
      name,
      ...defined({ labels: labels && { ...labels }, annotations: annotations && { ...annotations } }),
    };
    const spec = scalingSpec(scaling, targetReference(props.target));
    this.autoscaler = new KubeHorizontalPodAutoscalerV2(this, 'Autoscaler', { metadata, spec });
    override(this.autoscaler, props.overrides?.autoscaler);
  }
}
