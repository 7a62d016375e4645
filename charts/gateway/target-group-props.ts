import type { AlbHealthCheck } from '../../src/knowledge/aws/alb-target-group-settings';
import type { ObjectProps } from '../shared/custom-object';
import type { Patch } from '../shared/override';

/** How targets are asked whether they are well. What is left out the controller decides, otherwise than for an Ingress: three in a row, 200-399. */
export interface TargetGroupHealthCheck extends Omit<AlbHealthCheck, 'protocol'> {
  /** How the targets are asked. `@default` - the group's protocol on an ALB, TCP on an NLB (controller) */
  readonly protocol?: 'HTTP' | 'HTTPS' | 'TCP';
}

/** What a target group is. */
export interface TargetGroupSettings {
  /**
   * `ip` reaches Pods directly, and Fargate needs it; `instance` needs a NodePort Service. Changing it makes a new target group.
   * `@default` ip; the controller’s own default is instance
   */
  readonly targetType?: 'ip' | 'instance';
  /** The protocol between load balancer and Pods. Changing it makes a new target group. `@default` - by the route (controller) */
  readonly protocol?: 'HTTP' | 'HTTPS' | 'TCP' | 'TLS' | 'UDP' | 'TCP_UDP';
  /** The version of HTTP, or gRPC; listeners of plain HTTP always speak HTTP1. `@default` HTTP1, for a GrpcRoute GRPC (controller) */
  readonly protocolVersion?: 'HTTP1' | 'HTTP2' | 'GRPC';
  /** Health checks; one that is given replaces the default’s whole. `@default` - the readiness path of the workload */
  readonly healthCheck?: TargetGroupHealthCheck;
  /** Attributes under AWS’s names. `@default` - AWS decides */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Tags of the target group. `@default` - none */
  readonly tags?: Readonly<Record<string, string>>;
  /** At most 32 letters, digits and hyphens; two routes to one Service would collide. `@default` - the controller makes a name */
  readonly targetGroupName?: string;
  /** Labels of the nodes that are targets, for `instance`. `@default` - all nodes */
  readonly nodeLabels?: Readonly<Record<string, string>>;
  /** Whether other clusters add targets too. `@default` false (controller) */
  readonly multiCluster?: boolean;
  /** Port of the Pods on which they tell their capacity, 1–65535, for `ip` and HTTP. `@default` - none */
  readonly targetControlPort?: number;
}

/** Settings for the target groups of some routes alone. */
export interface TargetGroupRoute extends TargetGroupSettings {
  /** Kind of the routes. */
  readonly kind: 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute' | 'TCPRoute' | 'UDPRoute';
  /** Namespace of the routes. `@default` - every one */
  readonly namespace?: string;
  /** Name of the route; with it `namespace` is given too. `@default` - every one */
  readonly route?: string;
}

export interface TargetGroupConfigurationProps extends TargetGroupSettings, ObjectProps {
  /**
   * The Service whose target groups are meant: a workload of ours, or a name; one configuration for each. `@default` - none: it
   * is then the default that a LoadBalancerConfiguration names
   */
  readonly service?: string | { readonly name: string; readonly healthPath?: string };
  /** What is otherwise for some routes; the closest counts. `@default` - the same for all routes */
  readonly routes?: readonly TargetGroupRoute[];
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly targetGroupConfiguration?: Patch };
}
