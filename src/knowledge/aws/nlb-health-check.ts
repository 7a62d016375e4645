import { NLB } from './nlb-annotations';
import { type SettingsTable, valueIn } from './setting-row';

/** Health checks of all target groups. The controller decides about properties that are left out. */
export interface NlbHealthCheck {
  /** How the Pods are asked. `@default` tcp; http for instance with `externalTrafficPolicy: Local` (controller) */
  readonly protocol?: 'tcp' | 'http' | 'https';
  /** Number or name of a port of the Service, or `traffic-port`. `@default` traffic-port (controller) */
  readonly port?: number | string;
  /** What is asked for by HTTP. `@default` / (controller) */
  readonly path?: string;
  /** Seconds between checks, 5–300. `@default` 10 (controller) */
  readonly intervalSeconds?: number;
  /** Seconds until a check counts as failed, 2–120. `@default` 10 (controller) */
  readonly timeoutSeconds?: number;
  /** Successes in a row, 2–10. `@default` 3 (controller) */
  readonly healthyThreshold?: number;
  /** Failures in a row, 2–10. `@default` 3 (controller) */
  readonly unhealthyThreshold?: number;
  /** Such as `200`, `200,204` or `200-399`. `@default` 200-399 (controller) */
  readonly successCodes?: string;
}

export const NLB_HEALTH_CHECK: SettingsTable<NlbHealthCheck> = {
  protocol: valueIn(NLB.healthProtocol),
  port: valueIn(NLB.healthPort),
  path: valueIn(NLB.healthPath),
  intervalSeconds: valueIn(NLB.healthInterval),
  timeoutSeconds: valueIn(NLB.healthTimeout),
  healthyThreshold: valueIn(NLB.healthyThreshold),
  unhealthyThreshold: valueIn(NLB.unhealthyThreshold),
  successCodes: valueIn(NLB.healthCodes),
};
