import type { ObjectProps } from '../shared/custom-object';
import type { Patch } from '../shared/override';
import type { KedaIdentity } from './keda-identity';
import type { ScaleTargetInput } from './scale-target';
import type { ScalingBehavior } from './scaling-behavior';
import type { ScalingTrigger } from './scaling-trigger';

/** How KEDA scales. */
export interface KedaScaling {
  /** What is scaled by; the trigger that wants most Pods decides. */
  readonly triggers: readonly ScalingTrigger[];
  /** As whom AWS is asked where a trigger names no `authentication`. `@default` workload */
  readonly identity?: KedaIdentity;
  /** The most Pods, from 1. */
  readonly maxReplicas: number;
  /** The fewest Pods, from 0. `@default` 0 (KEDA) */
  readonly minReplicas?: number;
  /** Pods while nothing is to do, where `minReplicas` is more; only 0 works. `@default` - `minReplicas` */
  readonly idleReplicas?: 0;
  /** Seconds between questions, from 1. `@default` 30 (KEDA) */
  readonly pollingSeconds?: number;
  /** Seconds after the last event until all Pods go, from 0; it matters only on the way to no Pods. `@default` 300 (KEDA) */
  readonly cooldownSeconds?: number;
  /** Seconds after it was made until all Pods may go, from 0. `@default` 0 (KEDA) */
  readonly initialCooldownSeconds?: number;
  /** How many Pods run while a trigger cannot be asked. `@default` - as many as do */
  readonly fallback?: {
    /** Failures in a row that count, from 0. */
    readonly failures: number;
    /** Pods that run then, from 0. */
    readonly replicas: number;
    /** What becomes of the Pods that run. `@default` static (KEDA): `replicas`, however many run */
    readonly behavior?: 'static' | 'currentReplicas' | 'currentReplicasIfHigher' | 'currentReplicasIfLower';
  };
  /** How fast the number changes, above no Pods. `@default` - as Kubernetes does */
  readonly behavior?: ScalingBehavior;
  /** One number out of several triggers. `@default` - the trigger that wants most Pods decides */
  readonly formula?: {
    /** Over the names of triggers, such as `(orders + mails) / 2`. */
    readonly formula: string;
    /** Value that one Pod is to have. */
    readonly target: string;
    /** Higher values than this wake a workload of no Pods. `@default` 0 (KEDA) */
    readonly activationTarget?: string;
    /** `AverageValue` is per Pod, `Value` of all together. `@default` AverageValue (KEDA) */
    readonly metricType?: 'AverageValue' | 'Value';
  };
  /** Name of the HorizontalPodAutoscaler that KEDA makes. `@default` `keda-hpa-<name>` */
  readonly autoscalerName?: string;
  /** Whether the number of before comes back when it is deleted. `@default` false (KEDA) */
  readonly restoreReplicas?: boolean;
  /** The container whose variables triggers name. `@default` - the first (KEDA) */
  readonly envFromContainer?: string;
}

export interface ScaledObjectProps extends ObjectProps, KedaScaling {
  /** What is scaled: a workload of ours, an object of cdk8s or cdk8s-plus, or its kind and name. It says no `replicas`. */
  readonly target: ScaleTargetInput;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: Readonly<Partial<Record<'scaledObject' | 'triggerAuthentication', Patch>>>;
}
