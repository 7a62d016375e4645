import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { type PodTemplateSpec, toJson_PodTemplateSpec } from '../../imports/k8s';
import { ARGO_ROLLOUTS } from '../../src/knowledge/argocd/rollouts';
import { defined } from '../../src/model/defined';
import type { JsonObject } from '../../src/model/json';
import { judgeRollout } from '../../src/model/rollouts/judge-rollout';
import { judged } from '../scheduling/judged';
import { mergePatch } from '../shared/override';
import { type Problems, refusal } from '../shared/problems';
import { historyLimit } from '../workload/deployment';
import { type Naming, objectMetadata } from '../workload/labels';
import type { ProgressProps } from '../workload/rollout-props';
import type { DeliveryPlan } from './delivery-plan';
import type { RolloutStrategy } from './strategy-props';
import { strategySpec } from './strategy-spec';

/** Whose Rollout it is. */
export interface RolloutPlace {
  readonly naming: Naming;
  readonly props: ProgressProps;
  readonly plan: DeliveryPlan;
}

/** What is wrong with it, as `k8s/valid-rollout` says it of a Rollout that is written by hand. */
export function judgeRolloutStrategy(strategy: RolloutStrategy, place: RolloutPlace, problems: Problems): void {
  judged(judgeRollout({ spec: rolloutSpec(strategy, place) }), problems);
}

/**
 * A Rollout with the Pod template in it. One that takes its template from a Deployment (`workloadRef`) would have two objects for
 * a release, and its controller would write the Deployment's replicas.
 * @param replicas undefined where somebody else sets them
 */
export function rolloutFor(
  scope: Construct,
  strategy: RolloutStrategy,
  place: RolloutPlace,
  replicas: number | undefined,
  template: PodTemplateSpec,
): ApiObject {
  const { naming, plan } = place;
  const { routing } = plan;
  const { strategy: known, ...others } = rolloutSpec(strategy, place);
  const rollout = new ApiObject(scope, 'Rollout', {
    ...ARGO_ROLLOUTS,
    metadata: objectMetadata(naming),
    spec: {
      ...defined({ replicas, strategy: routing === undefined ? known : undefined }),
      ...others,
      template: toJson_PodTemplateSpec(template),
    },
  });
  if (routing === undefined) return rollout;
  const render: () => unknown = rollout.toJson.bind(rollout);
  // Ingresses are made after the workloads that they lead to.
  rollout.toJson = () => {
    if (routing.ingresses.size > 0)
      return mergePatch(render(), { spec: { strategy: strategySpec(strategy, naming.name, plan) } });
    throw refusal(
      rollout,
      `rollout.canary.trafficRouting.alb shares requests out through no Ingress: none has ${naming.name} as a backend, and the controller refuses the Rollout (InvalidSpec).`,
      'make an AlbIngress with the workload as its backend, or name one under trafficRouting.alb.ingresses.',
    );
  };
  return rollout;
}

function rolloutSpec(strategy: RolloutStrategy, { naming, props, plan }: RolloutPlace): JsonObject {
  const { minReadySeconds, progressDeadlineSeconds, paused, revisionHistoryLimit } = props;
  const { progressDeadlineAbort, rollbackWindow, analysis } = strategy;
  return defined({
    revisionHistoryLimit: historyLimit(revisionHistoryLimit),
    minReadySeconds,
    progressDeadlineSeconds,
    progressDeadlineAbort,
    paused,
    rollbackWindow: rollbackWindow && { ...rollbackWindow },
    analysis: analysis && { ...analysis },
    selector: { matchLabels: { ...naming.selector } },
    strategy: strategySpec(strategy, naming.name, plan),
  });
}
