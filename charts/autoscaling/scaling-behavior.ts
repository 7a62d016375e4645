import type { QuantityText } from '../../src/grammar/amounts';
/** How fast the number of Pods may change. What is left out, Kubernetes decides. */
export interface ScalingBehavior {
  /** How fast Pods are added. `@default` - at once, the larger of 4 Pods and twice as many in 15 s (Kubernetes) */
  readonly scaleUp?: ScalingRules;
  /** How fast Pods are taken away. `@default` - after 300 s of less load, all at once (Kubernetes) */
  readonly scaleDown?: ScalingRules;
}

/** How fast the number of Pods may change in one direction. */
export interface ScalingRules {
  /** Seconds that are looked back, so that a short change does nothing: 0–3600. `@default` 0 up, 300 down (Kubernetes) */
  readonly stabilizationWindowSeconds?: number;
  /** Share of the target that nothing is done about, such as `0.05` (Kubernetes 1.35). `@default` 0.1 (Kubernetes) */
  readonly tolerance?: QuantityText;
  /** Which of several policies holds; `Disabled` never scales in this direction. `@default` Max (Kubernetes) */
  readonly selectPolicy?: 'Max' | 'Min' | 'Disabled';
  /** How much may change in a period. `@default` - those of Kubernetes */
  readonly policies?: readonly ScalingPolicy[];
}

/** How much may change in a period. */
export interface ScalingPolicy {
  /** What `value` counts. */
  readonly type: 'Pods' | 'Percent';
  /** Pods, or percent of those that run, from 1. */
  readonly value: number;
  /** Length of the period in seconds, 1–1800. */
  readonly periodSeconds: number;
}

/** As Kubernetes takes it. */
export function behaviorOf({ scaleUp, scaleDown }: ScalingBehavior): object {
  return { ...(scaleUp && { scaleUp: { ...scaleUp } }), ...(scaleDown && { scaleDown: { ...scaleDown } }) };
}
