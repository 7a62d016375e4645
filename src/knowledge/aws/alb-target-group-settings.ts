import { ALB } from './alb-annotations';
import { ALB_AUTH, type AlbAuth } from './alb-auth-settings';
import { DEREGISTRATION_DELAY, SLOW_START, STICKINESS } from './load-balancer-values';
import { entryIn, mapIn, nested, type SettingsTable, valueIn } from './setting-row';

/** Health checks of the target groups. The controller decides about properties that are left out. */
export interface AlbHealthCheck {
  /**
   * What is asked for by HTTP. `@default` - the readiness path of the backends where all have the same, else `/`
   * (controller)
   */
  readonly path?: string;
  /** Number, or `traffic-port`. `@default` traffic-port (controller) */
  readonly port?: number | 'traffic-port';
  /** How the Pods are asked. `@default` - the backend's protocol (controller) */
  readonly protocol?: 'HTTP' | 'HTTPS';
  /** Seconds between checks, 5–300. `@default` 15 (controller) */
  readonly intervalSeconds?: number;
  /** Seconds until a check counts as failed, 2–120, below the interval. `@default` 5 (controller) */
  readonly timeoutSeconds?: number;
  /** Successes in a row, 2–10. `@default` 2 (controller) */
  readonly healthyThreshold?: number;
  /** Failures in a row, 2–10. `@default` 2 (controller) */
  readonly unhealthyThreshold?: number;
  /** Such as `200`, `200,204` or `200-399`. `@default` 200, for gRPC 12 (controller) */
  readonly successCodes?: string;
}

/** What is about the target group of a backend: on an Ingress for all of its backends, on a Service for its own. */
export interface AlbTargetGroupSettings {
  /** `ip` reaches Pods directly, and Fargate needs it; `instance` needs a NodePort Service. Changing it makes new target groups. `@default` ip */
  readonly targetType?: 'ip' | 'instance';
  /** The protocol between the load balancer and the Pods. Changing it makes new target groups. `@default` HTTP (controller) */
  readonly backendProtocol?: 'HTTP' | 'HTTPS';
  /** The version of HTTP between the load balancer and the Pods, or gRPC. `@default` HTTP1 (controller) */
  readonly backendProtocolVersion?: 'HTTP1' | 'HTTP2' | 'GRPC';
  /**
   * How the load balancer asks the Pods whether they are well. `@default` - the readiness path of the backends; the
   * controller decides about the rest
   */
  readonly healthCheck?: AlbHealthCheck;
  /** Seconds a leaving Pod may take to finish its requests, 0–3600; the Pods' `preStopSeconds` and grace period must fit it. `@default` 300 (AWS) */
  readonly deregistrationDelaySeconds?: number;
  /** Seconds over which a new Pod gets more and more requests, 30–900. `@default` - a new Pod gets its full share at once (AWS) */
  readonly slowStartSeconds?: number;
  /** Seconds a client stays with one Pod, 1–604800; for target type ip. `@default` - each request may reach another Pod (AWS) */
  readonly stickinessSeconds?: number;
  /** Further attributes of the target groups, under AWS's names. */
  readonly targetGroupAttributes?: Readonly<Record<string, string>>;
  /** Labels of the nodes that are targets; for target type instance. `@default` - all nodes that can be */
  readonly targetNodeLabels?: Readonly<Record<string, string>>;
  /**
   * Whether clusters share the target group: this one leaves the targets of the others alone. From release 2.10.
   * `@default` false (controller)
   */
  readonly multiClusterTargetGroup?: boolean;
  /** How users log in before they reach the backend. `@default` - everybody is let in */
  readonly auth?: AlbAuth;
  /** Tags of the AWS resources that the controller makes. On a Service they win, and count for its target group. */
  readonly tags?: Readonly<Record<string, string>>;
}

const DELAY = 'deregistration_delay.timeout_seconds';
const STICKY_SECONDS = 'stickiness.lb_cookie.duration_seconds';

const HEALTH_CHECK: SettingsTable<AlbHealthCheck> = {
  path: valueIn(ALB.healthPath),
  port: valueIn(ALB.healthPort),
  protocol: valueIn(ALB.healthProtocol),
  intervalSeconds: valueIn(ALB.healthInterval),
  timeoutSeconds: valueIn(ALB.healthTimeout),
  healthyThreshold: valueIn(ALB.healthyThreshold),
  unhealthyThreshold: valueIn(ALB.unhealthyThreshold),
  successCodes: valueIn(ALB.successCodes),
};

export const ALB_TARGET_GROUP: SettingsTable<AlbTargetGroupSettings> = {
  targetType: valueIn(ALB.targetType),
  backendProtocol: valueIn(ALB.backendProtocol),
  backendProtocolVersion: valueIn(ALB.backendProtocolVersion),
  healthCheck: nested(HEALTH_CHECK),
  deregistrationDelaySeconds: entryIn(ALB.targetGroupAttributes, DELAY, DEREGISTRATION_DELAY),
  slowStartSeconds: entryIn(ALB.targetGroupAttributes, 'slow_start.duration_seconds', SLOW_START),
  stickinessSeconds: entryIn(ALB.targetGroupAttributes, STICKY_SECONDS, STICKINESS, {
    'stickiness.enabled': 'true',
    'stickiness.type': 'lb_cookie',
  }),
  targetGroupAttributes: mapIn(ALB.targetGroupAttributes),
  targetNodeLabels: mapIn(ALB.targetNodeLabels),
  multiClusterTargetGroup: valueIn(ALB.multiClusterTargetGroup),
  auth: nested(ALB_AUTH),
  tags: mapIn(ALB.tags),
};
