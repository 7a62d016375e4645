import { defined } from '../../src/model/defined';
import type { JsonObject } from '../../src/model/json';
import type { SharedOut } from '../shared/shared-out';
import { given } from '../shared/without';
import { analysisSpec, metadataSpec } from './analysis-spec';
import { canaryOf, type DeliveryPlan } from './delivery-plan';
import { stepsSpec } from './steps-spec';
import type { BlueGreenProps, CanaryProps, RolloutStrategy, SharedStrategyProps } from './strategy-props';

/** The strategy as a Rollout spells it. @param name of the workload, which its Service has */
export function strategySpec(strategy: RolloutStrategy, name: string, plan: DeliveryPlan): JsonObject {
  const canary = canaryOf(strategy);
  const blueGreen = strategy.blueGreen === undefined ? undefined : given<BlueGreenProps>(strategy.blueGreen);
  return defined({
    canary: canary && canarySpec(canary, name, plan.routing),
    blueGreen: blueGreen && blueGreenSpec(blueGreen, name),
  });
}

function canarySpec(canary: CanaryProps, name: string, routing: SharedOut | undefined): JsonObject {
  const { steps, analysis, replicaProgressThreshold, canaryMetadata, stableMetadata } = canary;
  const { maxSurge = '25%', maxUnavailable = 0 } = canary;
  return defined({
    ...(routing === undefined ? { maxSurge, maxUnavailable } : routedSpec(canary, name, routing)),
    steps: stepsSpec(steps, routing !== undefined),
    analysis: analysis && analysisSpec(analysis),
    replicaProgressThreshold: replicaProgressThreshold && { ...replicaProgressThreshold },
    canaryMetadata: metadataSpec(canaryMetadata),
    stableMetadata: metadataSpec(stableMetadata),
    ...sharedSpec(canary, routing !== undefined),
  });
}

/** What means something with traffic routing only. */
function routedSpec(canary: CanaryProps, name: string, routing: SharedOut): JsonObject {
  const { pingPong, dynamicStableScale, minPodsPerReplicaSet, maxSurge, maxUnavailable, trafficRouting } = canary;
  const services =
    pingPong === true
      ? { pingPong: { pingService: `${name}-ping`, pongService: `${name}-pong` } }
      : { stableService: name, canaryService: `${name}-canary` };
  const seconds = trafficRouting?.alb.stickinessSeconds;
  const managedRoutes = trafficRouting?.managedRoutes?.map((route) => ({ name: route }));
  return defined({
    ...services,
    maxSurge,
    maxUnavailable,
    dynamicStableScale,
    minPodsPerReplicaSet,
    trafficRouting: defined({
      alb: defined({
        ...ingressesSpec(routing),
        servicePort: routing.port,
        rootService: pingPong === true ? name : undefined,
        stickinessConfig: seconds === undefined ? undefined : { enabled: true, durationSeconds: seconds },
      }),
      managedRoutes,
    }),
  });
}

function ingressesSpec({ ingresses }: SharedOut): JsonObject {
  const [first = '', ...others] = ingresses;
  return others.length === 0 ? { ingress: first } : { ingresses: [first, ...others] };
}

function blueGreenSpec(blueGreen: BlueGreenProps, name: string): JsonObject {
  const { autoPromotionEnabled, autoPromotionSeconds, previewReplicaCount, maxUnavailable } = blueGreen;
  const { prePromotionAnalysis, postPromotionAnalysis, previewMetadata, activeMetadata } = blueGreen;
  return defined({
    activeService: name,
    previewService: `${name}-preview`,
    autoPromotionEnabled,
    autoPromotionSeconds,
    previewReplicaCount,
    maxUnavailable,
    prePromotionAnalysis: prePromotionAnalysis && analysisSpec(prePromotionAnalysis),
    postPromotionAnalysis: postPromotionAnalysis && analysisSpec(postPromotionAnalysis),
    previewMetadata: metadataSpec(previewMetadata),
    activeMetadata: metadataSpec(activeMetadata),
    ...sharedSpec(blueGreen, true),
  });
}

/** @param isSwitched whether requests move from Service to Service, so that old Pods can wait */
function sharedSpec(props: SharedStrategyProps, isSwitched: boolean): JsonObject {
  const { antiAffinity, abortScaleDownDelaySeconds, scaleDownDelaySeconds, scaleDownDelayRevisionLimit } = props;
  return defined({
    antiAffinity: antiAffinitySpec(antiAffinity),
    ...(isSwitched ? { abortScaleDownDelaySeconds, scaleDownDelaySeconds, scaleDownDelayRevisionLimit } : {}),
  });
}

function antiAffinitySpec(input: SharedStrategyProps['antiAffinity']): JsonObject | undefined {
  if (input === undefined) return undefined;
  if (input === 'required') return { requiredDuringSchedulingIgnoredDuringExecution: {} };
  return { preferredDuringSchedulingIgnoredDuringExecution: { weight: input.weight } };
}
