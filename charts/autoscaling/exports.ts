/** What the door passes on of this folder. */
export type {
  ExternalMetric,
  HorizontalMetrics,
  MeasuredObject,
  MetricName,
  ObjectMetric,
  PodsMetric,
  ResourceMetrics,
  ValuePerPod,
  WholeOrPerPod,
  WholeValue,
} from './horizontal-metrics';
export { HorizontalPodAutoscaler, type HorizontalPodAutoscalerProps } from './horizontal-pod-autoscaler';
export type { AnnotatedAccount, KedaIdentity } from './keda-identity';
export type { MeasuredInput, ScaleTargetInput, TargetObject } from './scale-target';
export { ScaledJob } from './scaled-job';
export type { JobScaling, ScaledJobProps } from './scaled-job-props';
export { ScaledObject } from './scaled-object';
export type { KedaScaling, ScaledObjectProps } from './scaled-object-props';
export type { ScalingBehavior, ScalingPolicy, ScalingRules } from './scaling-behavior';
export type {
  AuthenticationInput,
  JobTrigger,
  OtherTrigger,
  ResourceTrigger,
  ScalingTrigger,
  TriggerOptions,
} from './scaling-trigger';
export { TriggerAuthentication, type TriggerAuthenticationProps, type TriggerSecret } from './trigger-authentication';
export {
  type EvictionRequirement,
  type ResourceAmounts,
  type VerticalContainerPolicy,
  VerticalPodAutoscaler,
  type VerticalPodAutoscalerProps,
} from './vertical-pod-autoscaler';
