import type { Environment } from '../../src/model/environment';
import { onlyMade } from '../shared/made';
import type { Problems } from '../shared/problems';
import { given, type Mistake, type Without } from '../shared/without';
import { type AutoscalingProps, judgeScaling, type Scaling } from './autoscaling';
import { judgeBudget } from './disruption-budget';
import type { DisruptionBudgetProps } from './rollout-props';
import type { SpreadInput } from './topology-spread';

/** A number of Pods. */
export interface FixedReplicas {
  /**
   * Pods that run; 0 stops it; `'external'` writes no number, because somebody else sets it, such as a person. `@default` the
   * environment's `minReplicas`; no number where a ScaledObject or HorizontalPodAutoscaler of the app scales the workload
   */
  readonly replicas?: number | 'external';
}

/** A number of Pods that follows their load. */
export interface ScaledReplicas {
  /** Replaces `replicas`. `@default` false */
  readonly autoscaling?: AutoscalingProps | false;
}

/** A number, or what it follows. */
export type FixedOrScaledReplicas =
  | (FixedReplicas & NotScaled)
  | (ScaledReplicas & Without<'replicas', 'replicas stands beside autoscaling: leave replicas out'>);

/** `false` says that nothing scales. */
export interface NotScaled {
  /** Replaces `replicas`. `@default` false */
  readonly autoscaling?: false | Mistake<'replicas stands beside autoscaling: leave replicas out'>;
}

/** How Pods stay. */
export interface ReplicaProps {
  /**
   * Whether a PodDisruptionBudget lets only one Pod be evicted at a time, or what it lets. `@default` - one is made where two or
   * more Pods can run, by the workload's own numbers or by a ScaledObject or HorizontalPodAutoscaler of the app
   */
  readonly disruptionBudget?: boolean | DisruptionBudgetProps;
  /** Spread over zones and nodes. `@default` true where two or more Pods can run, but not on Fargate, which ignores it */
  readonly spread?: SpreadInput;
}

/** What decides how many Pods run, as it is read. */
interface ReplicaInput extends Pick<ReplicaProps, 'disruptionBudget'> {
  readonly replicas?: number | 'external' | Mistake<string>;
  readonly autoscaling?: AutoscalingProps | false | Mistake<string>;
  readonly overrides?: object;
}

export interface Replicas {
  /** Absent where an autoscaler or somebody else sets it. */
  readonly count: number | undefined;
  /** As many as can run, as far as is known. */
  readonly most: number;
  readonly scaling: Scaling | undefined;
  /** Whether nobody has said how many: an autoscaler anywhere in the app may. */
  readonly isUsual: boolean;
}

/** @param usual how many Pods run where nothing is said */
export function replicasOf(
  props: ReplicaInput,
  environment: Environment,
  problems: Problems,
  usual: number = environment.minReplicas,
): Replicas {
  const replicas = given(props.replicas) ?? usual;
  const autoscaling = given(props.autoscaling);
  const scaling =
    autoscaling === undefined || autoscaling === false
      ? undefined
      : { ...autoscaling, minReplicas: autoscaling.minReplicas ?? environment.minReplicas };
  if (replicas !== 'external') problems.integer('replicas', replicas, 0);
  problems.unless(
    props.replicas === undefined || scaling === undefined,
    'replicas and autoscaling are both given: each sync would undo the autoscaler.',
    'leave replicas out.',
  );
  onlyMade(
    props.overrides,
    {
      disruptionBudget: props.disruptionBudget !== false || 'disruptionBudget is false',
      autoscaler: scaling !== undefined || 'there is no autoscaling',
    },
    problems,
  );
  if (scaling !== undefined) judgeScaling(scaling, environment, problems);
  const fixed = replicas === 'external' ? Number.POSITIVE_INFINITY : replicas;
  const most = scaling?.maxReplicas ?? fixed;
  judgeBudget(props.disruptionBudget, most, problems);
  const count = scaling === undefined && replicas !== 'external' ? replicas : undefined;
  return { count, most, scaling, isUsual: count !== undefined && props.replicas === undefined };
}
