import { ALB } from './alb-annotations';
import { type AlbListenPort, DEREGISTRATION_DELAY, SLOW_START, STICKINESS } from './load-balancer-values';
import { decides, entryIn, mapIn, nested, type SettingsTable, valueIn } from './setting-row';

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

/** The Ingresses that share a load balancer. */
export interface AlbGroup {
  /** At most 63 lower-case letters, digits, dots and hyphens; a letter or digit at both ends. */
  readonly name: string;
  /** Lower orders come first, −1000 to 1000. `@default` 0 (controller) */
  readonly order?: number;
}

/** What an Ingress asks of its load balancer. For a plain cluster the settings are checked and not rendered. */
export interface AlbSettings {
  /** Whether the internet can reach it. Changing it makes a new load balancer with a new DNS name. */
  readonly scheme: 'internal' | 'internet-facing';
  /** Whether it is served over HTTPS. `@default` true where the environment has certificates and there is a host */
  readonly tls?: boolean;
  /** Certificates of ACM in the environment's region; the first is the default one. `@default` - the environment's certificates that cover the hosts */
  readonly certificateArns?: readonly string[];
  /**
   * Which TLS versions and ciphers clients may use: a policy by AWS's name. `@default`
   * ELBSecurityPolicy-TLS13-1-2-2021-06
   */
  readonly sslPolicy?: string;
  /** The ports that the load balancer listens on. `@default` HTTP 80, and with TLS also HTTPS 443 */
  readonly listenPorts?: readonly AlbListenPort[];
  /** Sends every HTTP request to the first HTTPS port, for all Ingresses of the group. `@default` true where there are both */
  readonly sslRedirect?: boolean;
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
  /**
   * Ingresses of one group share a load balancer; lower orders come first, −1000 to 1000. An Ingress that the
   * controller refuses stops its whole group. EKS Auto Mode takes the group from the IngressClass.
   */
  readonly group?: AlbGroup;
  /** CIDR blocks that may call the load balancer. `@default` 0.0.0.0/0 (controller) */
  readonly inboundCidrs?: readonly string[];
  /** Ids or Name tags of security groups, instead of the one that the controller makes; `inboundCidrs` then has no effect. */
  readonly securityGroups?: readonly string[];
  /** With `securityGroups`: whether the controller opens the Pods' security group to the load balancer. `@default` false (controller) */
  readonly manageBackendSecurityGroupRules?: boolean;
  /** Ids or Name tags of subnets in at least two zones. `@default` - the controller finds them by their role tags */
  readonly subnets?: readonly string[];
  /** Which addresses the load balancer has. `@default` ipv4 (controller) */
  readonly ipAddressType?: 'ipv4' | 'dualstack' | 'dualstack-without-public-ipv4';
  /** At most 32 characters. Changing it has no effect on a load balancer that exists. */
  readonly loadBalancerName?: string;
  /** Attributes under AWS's names. Removing an attribute does not reset it. */
  readonly loadBalancerAttributes?: Readonly<Record<string, string>>;
  /** Tags of every AWS resource that the controller makes for the Ingress. */
  readonly tags?: Readonly<Record<string, string>>;
  /** ARN of a regional web ACL, or `none` to detach the present one. */
  readonly wafAclArn?: string;
  /**
   * Further annotations. The controller's prefix may be left out of a key. Unknown keys under that prefix are refused,
   * and keys that a property above writes. For a plain cluster only keys under other prefixes are rendered.
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** What the load balancer listens on, decided by settings and environment together. The controller decides about absent parts. */
export interface AlbListeners {
  readonly ports?: readonly AlbListenPort[];
  /** The HTTPS port to which HTTP requests are redirected. */
  readonly redirectTo?: number;
  readonly certificateArns: readonly string[];
  readonly sslPolicy?: string;
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

const GROUP: SettingsTable<AlbGroup> = { name: valueIn(ALB.groupName), order: valueIn(ALB.groupOrder) };

/** Each property and the annotation that carries it. The construct, the rule, the page and a test walk this table. */
export const ALB_SETTINGS: SettingsTable<AlbSettings> = {
  scheme: valueIn(ALB.scheme),
  tls: decides([ALB.certificateArn, ALB.listenPorts, ALB.sslRedirect, ALB.sslPolicy]),
  certificateArns: decides([ALB.certificateArn], ALB.certificateArn.value),
  sslPolicy: decides([ALB.sslPolicy], ALB.sslPolicy.value),
  listenPorts: decides([ALB.listenPorts], ALB.listenPorts.value),
  sslRedirect: decides([ALB.sslRedirect]),
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
  group: nested(GROUP),
  inboundCidrs: valueIn(ALB.inboundCidrs),
  securityGroups: valueIn(ALB.securityGroups),
  manageBackendSecurityGroupRules: valueIn(ALB.manageBackendSecurityGroupRules),
  subnets: valueIn(ALB.subnets),
  ipAddressType: valueIn(ALB.ipAddressType),
  loadBalancerName: valueIn(ALB.loadBalancerName),
  loadBalancerAttributes: mapIn(ALB.loadBalancerAttributes),
  tags: mapIn(ALB.tags),
  wafAclArn: valueIn(ALB.wafAclArn),
  annotations: decides([]),
};

/** The annotations that carry the listeners. */
export const ALB_LISTENERS: SettingsTable<AlbListeners> = {
  ports: valueIn(ALB.listenPorts),
  redirectTo: valueIn(ALB.sslRedirect),
  certificateArns: valueIn(ALB.certificateArn),
  sslPolicy: valueIn(ALB.sslPolicy),
};
