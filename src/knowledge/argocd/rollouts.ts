/**
 * What the controller of Argo Rollouts writes into objects that Git holds.
 * @see https://argo-rollouts.readthedocs.io/en/release-1.10/features/traffic-management/alb/
 */
export const ROLLOUT = { group: 'argoproj.io', kind: 'Rollout' } as const;
/** The same as objects say it. */
export const ARGO_ROLLOUTS = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' } as const;
/** Metrics that decide whether a release goes on. */
export const ANALYSIS_TEMPLATE = { apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate' } as const;

/** Where a Rollout names the Services that the controller points at Pods of one release. */
export const ROLLOUT_SERVICES: readonly (readonly string[])[] = [
  ['canary', 'stableService'],
  ['canary', 'canaryService'],
  ['canary', 'pingPong', 'pingService'],
  ['canary', 'pingPong', 'pongService'],
  ['blueGreen', 'activeService'],
  ['blueGreen', 'previewService'],
];

/** Where a canary names the Service that clients ask. */
export const ROOT_SERVICES: readonly (readonly string[])[] = [
  ['canary', 'trafficRouting', 'alb', 'rootService'],
  ['canary', 'trafficRouting', 'smi', 'rootService'],
];

/** Where it names the Ingress, or the Ingresses, through which they do. */
export const ROLLOUT_INGRESSES: readonly (readonly string[])[] = [
  ['canary', 'trafficRouting', 'alb', 'ingress'],
  ['canary', 'trafficRouting', 'alb', 'ingresses'],
  ['canary', 'trafficRouting', 'nginx', 'stableIngress'],
  ['canary', 'trafficRouting', 'nginx', 'stableIngresses'],
];

/** Label by which a Service selects the Pods of one release; the controller adds it to the selector. */
export const RELEASE_LABEL = 'rollouts-pod-template-hash';
/** Annotation of a Service that names its Rollout. */
export const MANAGED_BY = 'argo-rollouts.argoproj.io/managed-by-rollouts';
/** Annotations of an Ingress in which the controller keeps its books; the second is the older name. */
export const ALB_BOOKKEEPING: readonly string[] = [
  'rollouts.argoproj.io/managed-alb-annotations',
  'rollouts.argoproj.io/managed-alb-actions',
];

/**
 * The plugin by which the controller writes weights into routes of a Gateway, as a Rollout names it.
 * @see https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi/blob/v0.15.0/pkg/plugin/types.go
 */
export const GATEWAY_PLUGIN = 'argoproj-labs/gatewayAPI';
/** Its properties that name routes: one, or several. */
export const GATEWAY_PLUGIN_ROUTES = [
  { kind: 'HTTPRoute', one: 'httpRoute', several: 'httpRoutes' },
  { kind: 'GRPCRoute', one: 'grpcRoute', several: 'grpcRoutes' },
  { kind: 'TCPRoute', one: 'tcpRoute', several: 'tcpRoutes' },
  { kind: 'TLSRoute', one: 'tlsRoute', several: 'tlsRoutes' },
] as const;
