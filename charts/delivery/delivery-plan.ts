import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import type { SharedOut } from '../shared/shared-out';
import { given } from '../shared/without';
import type { PortProps } from '../workload/container-props';
import { servicePortOf } from '../workload/ports';
import { ROUTED_STEPS } from './steps-spec';
import type { CanaryProps, RolloutStrategy } from './strategy-props';

/** What a way of delivery asks of a workload, beside its Rollout. */
export interface DeliveryPlan {
  /** Ends of the names of further Services, whose selectors the controller completes. */
  readonly services: readonly string[];
  /** Where a load balancer shares requests out. */
  readonly routing?: SharedOut;
}

interface Served {
  /** Of the workload, which its Service has. */
  readonly name: string;
  readonly ports: readonly PortProps[];
  readonly environment: Environment;
}

/** A port that is not served is a problem. On a plain cluster nothing is shared out by a load balancer. */
export function deliveryPlan(
  strategy: RolloutStrategy,
  { name, ports, environment }: Served,
  problems: Problems,
): DeliveryPlan {
  const canary = canaryOf(strategy);
  if (canary === undefined) return { services: given(strategy.blueGreen) === undefined ? [] : ['preview'] };
  const { trafficRouting, pingPong } = canary;
  if (trafficRouting === undefined) judgeUnrouted(canary, problems);
  if (trafficRouting === undefined || environment.platform !== 'eks') return { services: [] };
  const { port: wanted, stickinessSeconds, ingresses = [] } = trafficRouting.alb;
  const port = wanted === undefined ? ports[0] : ports.find((one) => one.name === wanted);
  const number = port === undefined ? undefined : servicePortOf(port);
  problems.unless(
    number !== undefined,
    `rollout.canary.trafficRouting.alb shares out port ${wanted ?? 'first'}, which the Service does not serve; there would be no requests to share out.`,
    'name a port that is served.',
  );
  const [newer, stable] = pingPong === true ? [`${name}-pong`, `${name}-ping`] : [`${name}-canary`, name];
  return {
    services: pingPong === true ? ['ping', 'pong'] : ['canary'],
    routing: {
      name,
      port: number ?? 1,
      portName: port?.name ?? '',
      text: restingAction(newer, stable, number ?? 1, stickinessSeconds),
      ingresses: new Set(ingresses),
    },
  };
}

/** What means nothing where requests are shared out by Pods: it would be left out in silence. */
function judgeUnrouted(canary: CanaryProps, problems: Problems): void {
  const given = [
    ...ROUTED_PROPERTIES.filter((name) => canary[name] !== undefined && canary[name] !== false),
    ...(canary.steps ?? []).flatMap((step) => ROUTED_STEPS.filter((name) => name in step)),
  ];
  for (const name of new Set(given))
    problems.add(
      `rollout.canary has ${name}, which needs trafficRouting: without it requests are shared out by Pods.`,
      `leave ${name} out, or share requests out by trafficRouting.alb.`,
    );
}

const ROUTED_PROPERTIES = [
  'scaleDownDelaySeconds',
  'scaleDownDelayRevisionLimit',
  'abortScaleDownDelaySeconds',
  'dynamicStableScale',
  'minPodsPerReplicaSet',
  'pingPong',
] as const;

/** The canary, where it is one. */
export function canaryOf({ canary }: RolloutStrategy): CanaryProps | undefined {
  return canary === undefined ? undefined : given<CanaryProps>(canary);
}

/**
 * The action while no release goes on: all requests to the old version. Until it is there the load balancer answers 503.
 * @see https://github.com/argoproj/argo-rollouts/blob/v1.10.0/utils/ingress/ingress.go
 */
function restingAction(canary: string, stable: string, port: number, stickinessSeconds: number | undefined): string {
  const group = (ServiceName: string, Weight: number) => ({ ServiceName, ServicePort: String(port), Weight });
  const stickiness =
    stickinessSeconds === undefined ? undefined : { Enabled: true, DurationSeconds: stickinessSeconds };
  return JSON.stringify({
    Type: 'forward',
    ForwardConfig: {
      TargetGroups: [group(canary, 0), group(stable, 100)],
      ...defined({ TargetGroupStickinessConfig: stickiness }),
    },
  });
}
