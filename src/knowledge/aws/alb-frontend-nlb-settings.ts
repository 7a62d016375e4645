import { ALB } from './alb-annotations';
import { mapIn, nested, type SettingsTable, valueIn } from './setting-row';

/** How the NLB asks whether the ALB behind it is well. The controller decides about properties that are left out. */
export interface AlbFrontendHealthCheck {
  /** What is asked for. `@default` / (controller) */
  readonly path?: string;
  /** Number, or `traffic-port`. `@default` traffic-port (controller) */
  readonly port?: number | 'traffic-port';
  /** How it asks. `@default` HTTP (controller) */
  readonly protocol?: 'HTTP' | 'HTTPS';
  /** Seconds between checks, 5–300. `@default` 15 (controller) */
  readonly intervalSeconds?: number;
  /** Seconds until a check counts as failed, 2–120. `@default` 5 (controller) */
  readonly timeoutSeconds?: number;
  /** Successes in a row, 2–10. `@default` 3 (controller) */
  readonly healthyThreshold?: number;
  /** Failures in a row, 2–10. `@default` 3 (controller) */
  readonly unhealthyThreshold?: number;
  /** Such as `200` or `200-399`, 200–599. `@default` 200 (controller) */
  readonly successCodes?: string;
}

/** A Network Load Balancer in front of this one, which gives it fixed addresses. From release 2.13 of the controller. */
export interface AlbFrontendNlb {
  /** Whether there is one. `@default` true where `frontendNlb` is given */
  readonly enabled?: boolean;
  /** Whether the internet can reach it. Changing it makes a new one with a new DNS name. `@default` internal (controller) */
  readonly scheme?: 'internal' | 'internet-facing';
  /** Ids or Name tags of its subnets. `@default` - the controller finds them by their role tags */
  readonly subnets?: readonly string[];
  /** Ids or Name tags of its security groups. `@default` - one that the controller makes */
  readonly securityGroups?: readonly string[];
  /** Its listeners by port, and the port behind each: `{ '80': '443' }`. `@default` - each port to itself (controller) */
  readonly listenerPortMapping?: Readonly<Record<string, string>>;
  /** How it asks whether the load balancer behind it is well. `@default` - the controller decides */
  readonly healthCheck?: AlbFrontendHealthCheck;
  /** Its tags. `@default` - none */
  readonly tags?: Readonly<Record<string, string>>;
  /** Elastic IPs, one for each subnet. `@default` - addresses of AWS's choice */
  readonly eipAllocations?: readonly string[];
  /** Attributes under AWS's names. From release 3.2. Removing one does not reset it. `@default` - AWS decides */
  readonly attributes?: Readonly<Record<string, string>>;
}

const HEALTH_CHECK: SettingsTable<AlbFrontendHealthCheck> = {
  path: valueIn(ALB.frontendNlbHealthcheckPath),
  port: valueIn(ALB.frontendNlbHealthcheckPort),
  protocol: valueIn(ALB.frontendNlbHealthcheckProtocol),
  intervalSeconds: valueIn(ALB.frontendNlbHealthcheckInterval),
  timeoutSeconds: valueIn(ALB.frontendNlbHealthcheckTimeout),
  healthyThreshold: valueIn(ALB.frontendNlbHealthyThreshold),
  unhealthyThreshold: valueIn(ALB.frontendNlbUnhealthyThreshold),
  successCodes: valueIn(ALB.frontendNlbSuccessCodes),
};

export const ALB_FRONTEND_NLB: SettingsTable<AlbFrontendNlb> = {
  enabled: valueIn(ALB.enableFrontendNlb),
  scheme: valueIn(ALB.frontendNlbScheme),
  subnets: valueIn(ALB.frontendNlbSubnets),
  securityGroups: valueIn(ALB.frontendNlbSecurityGroups),
  listenerPortMapping: mapIn(ALB.frontendNlbListenerPortMapping),
  healthCheck: nested(HEALTH_CHECK),
  tags: mapIn(ALB.frontendNlbTags),
  eipAllocations: valueIn(ALB.frontendNlbEipAllocations),
  attributes: mapIn(ALB.frontendNlbAttributes),
};
