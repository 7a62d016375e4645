import { FIRST_PORT, LAST_PORT } from '../../grammar/port';
/**
 * Bounds that the controller of Argo Rollouts has; the API server takes everything, and no webhook looks at it.
 * @see https://github.com/argoproj/argo-rollouts/blob/v1.10.0/pkg/apis/rollouts/validation/validation.go
 */

/** Percents of requests, where `maxTrafficWeight` says nothing else. */
export const FULL_WEIGHT = 100;
/** Seconds that a load balancer keeps a client with its target group, at most. */
export const STICKINESS_SECONDS = 604_800;
/** Weights of a preferred anti-affinity. */
export const AFFINITY_WEIGHT = 100;

/** A whole number of a Rollout, and what it may be. `*` stands for each index of a list. */
export interface NumberRow {
  readonly path: readonly string[];
  readonly min: number;
  readonly max?: number;
}

const shared = (strategy: string): readonly NumberRow[] => [
  { path: [strategy, 'abortScaleDownDelaySeconds'], min: 0 },
  { path: [strategy, 'scaleDownDelaySeconds'], min: 0 },
  { path: [strategy, 'scaleDownDelayRevisionLimit'], min: 0 },
  {
    path: [strategy, 'antiAffinity', 'preferredDuringSchedulingIgnoredDuringExecution', 'weight'],
    min: 1,
    max: AFFINITY_WEIGHT,
  },
];

/** Numbers below `spec.strategy`. */
export const STRATEGY_NUMBERS: readonly NumberRow[] = [
  ...shared('canary'),
  ...shared('blueGreen'),
  { path: ['canary', 'minPodsPerReplicaSet'], min: 1 },
  { path: ['canary', 'analysis', 'startingStep'], min: 0 },
  { path: ['canary', 'steps', '*', 'setCanaryScale', 'weight'], min: 0, max: FULL_WEIGHT },
  { path: ['canary', 'steps', '*', 'setCanaryScale', 'replicas'], min: 0 },
  { path: ['canary', 'trafficRouting', 'alb', 'servicePort'], min: FIRST_PORT, max: LAST_PORT },
  {
    path: ['canary', 'trafficRouting', 'alb', 'stickinessConfig', 'durationSeconds'],
    min: 1,
    max: STICKINESS_SECONDS,
  },
  { path: ['blueGreen', 'autoPromotionSeconds'], min: 0 },
  { path: ['blueGreen', 'previewReplicaCount'], min: 1 },
];

/** What one step of a canary can be; each has one. */
export const STEP_KINDS = [
  'setWeight',
  'pause',
  'setCanaryScale',
  'setHeaderRoute',
  'setMirrorRoute',
  'analysis',
  'experiment',
  'plugin',
] as const;

/** How the number of new Pods is said. */
export const SCALE_KINDS = ['weight', 'replicas', 'matchTrafficWeight'] as const;

/** Fields of a canary that the controller refuses where nobody shares requests out. */
export const ROUTED_FIELDS = ['scaleDownDelaySeconds', 'dynamicStableScale'] as const;

/** A pause: seconds, or a length of time as Go writes it. */
export const PAUSE = /^(?:\d+|(?:\d+(?:\.\d+)?(?:ns|us|ms|s|m|h))+)$/;

/** Whole numbers of a metric, each with its least value; -1 bears all. */
export const METRIC_NUMBERS: readonly (readonly [string, number])[] = [
  ['count', 1],
  ['failureLimit', -1],
  ['inconclusiveLimit', -1],
  ['consecutiveErrorLimit', 0],
  ['consecutiveSuccessLimit', 0],
];
