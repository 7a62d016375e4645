import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ACTION_TARGETS, TARGET_WEIGHT } from '../../src/knowledge/aws/alb-action-shape';
import type { GatewayController } from '../../src/knowledge/gateway/controllers';
import { ROUTE_LIMITS } from '../../src/knowledge/gateway/limits';
import { environmentOf } from '../../src/model/environment-context';
import { type BackendInput, isShareOfIngress, sharedOutOf } from '../alb/backend';
import type { Problems } from '../shared/problems';
import type { WeightedBackend } from './http-routes-props';
import type { ResolvedBackend } from './resolved-routes';

/** One backend, or several with their shares. */
export function backendList(input: BackendInput | readonly WeightedBackend[] | undefined): readonly ResolvedBackend[] {
  if (input === undefined) return [];
  const list: readonly WeightedBackend[] = isList(input) ? input : [{ backend: input }];
  return list.map(({ backend, weight = 1 }) => ({ backend, weight }));
}

export function isList<T, L extends readonly unknown[]>(value: T | L): value is L {
  return Array.isArray(value);
}

/** What the server takes of the backends of one rule. */
export function judgeBackends(backends: readonly ResolvedBackend[], name: string, problems: Problems): void {
  problems.unless(
    backends.length <= ROUTE_LIMITS.backends,
    `${name} has ${backends.length} backends; a route takes ${ROUTE_LIMITS.backends}.`,
    'share the requests among fewer.',
  );
  for (const { weight } of backends) problems.integer(`a weight of ${name}`, weight, 0, ROUTE_LIMITS.weight);
  problems.unless(
    backends.length === 0 || backends.some(({ weight }) => weight > 0),
    `all weights of ${name} are 0: every request would get an error.`,
    'give one of them more.',
  );
}

/** What both versions of a BlueGreenBackend are named by, where no annotation of an Ingress shares requests out. */
export const NAME_BOTH =
  'name both versions: backends: [{ backend: blue, weight: 90 }, { backend: green, weight: 10 }].';

/**
 * The weights of a canary are in an annotation of an Ingress. Where there are both, `k8s/valid-rollout-route` warns.
 */
export function judgeCanary(backend: BackendInput, name: string, problems: Problems): void {
  const chart = chartOf(backend);
  if (chart === undefined || sharedOutOf(backend) === undefined || isShareOfIngress(backend)) return;
  const { routes } = environmentOf(chart);
  problems.unless(
    routes?.form !== 'gateway' || routes.keepIngresses === true,
    `the canary of ${name} shares requests out by an annotation of an Ingress (rollout.canary.trafficRouting.alb), which a Gateway’s route does not have: the new version would get no request until its release is over.`,
    `leave trafficRouting out, so that requests are shared out by Pods; or make a workload for each version, and share them out by weights in Git: backends: [{ backend: old, weight: 90 }, { backend: new, weight: 10 }].`,
  );
}

/** What a load balancer of AWS takes of them. */
export function judgeShares(backends: readonly ResolvedBackend[], name: string, problems: Problems): void {
  problems.unless(
    backends.length <= ACTION_TARGETS,
    `${name} has ${backends.length} backends; a load balancer of AWS shares requests among ${ACTION_TARGETS}.`,
    'share the requests among fewer.',
  );
  for (const { weight } of backends)
    problems.unless(
      weight <= TARGET_WEIGHT,
      `a weight of ${name} is ${weight}; a load balancer of AWS takes 0 to ${TARGET_WEIGHT}.`,
      'divide all weights of the rule by the same number.',
    );
}

/** The namespace of a backend that is an object of the app; undefined for one that is only named. */
export function namespaceOf(input: BackendInput): string | undefined {
  return chartOf(input)?.namespace;
}

/** The chart of a backend that is an object of the app. */
export function chartOf(input: BackendInput): Chart | undefined {
  const named = 'service' in input && !('tryServicePort' in input) ? input.service : input;
  return Construct.isConstruct(named) ? Chart.of(named) : undefined;
}

/** Whether a controller makes load balancers of AWS. */
export function isElb(controller: GatewayController | undefined): boolean {
  return controller === 'load-balancer-controller' || controller === 'auto-mode';
}
