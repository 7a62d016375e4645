import { type ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { GatewayController } from '../../src/knowledge/gateway/controllers';
import type { GatewayKind } from '../../src/knowledge/gateway/kinds';
import type { Environment } from '../../src/model/environment';
import type { BackendInput } from '../alb/backend';
import { customObject, type ObjectProps } from '../shared/custom-object';
import type { Problems } from '../shared/problems';
import { backendList, isElb, judgeBackends, judgeShares } from './backend-list';
import type { GatewayInput } from './gateway-input';
import { backendRef, parentRef } from './http-route-spec';
import type { WeightedBackend } from './http-routes-props';
import { parentOf, requiredGateways } from './route-parent';
import { targetGroups } from './target-groups';

/** What routes of connections have, of TCP and of UDP. */
export interface L4RouteProps extends ObjectProps {
  /**
   * The Gateway that it attaches to, with a listener of the protocol: an NLB takes one route for each listener, and of two the
   * older. `@default` - the environment's `routes.gateway`
   */
  readonly gateway?: GatewayInput;
  /** The Service that answers, or several with weights, which listeners for QUIC pass over. */
  readonly backends: BackendInput | readonly WeightedBackend[];
}

interface Protocol {
  readonly kind: GatewayKind & { readonly kind: 'TCPRoute' | 'UDPRoute' };
  /** The name of its listener where a route names none. */
  readonly listener: 'tcp' | 'udp';
  readonly protocol: 'TCP' | 'UDP';
}

interface Asked {
  readonly environment: Environment;
  readonly problems: Problems;
}

/** A route of connections: one rule, and Services with their shares. Problems are raised before it is made. */
export function l4Route(
  scope: Construct,
  name: string,
  props: L4RouteProps,
  { kind, listener, protocol }: Protocol,
  { environment, problems }: Asked,
): ApiObject {
  const nearest = 'use NlbService or `expose: { nlb }`, or set `routes.form: gateway` there.';
  const gateways = requiredGateways(environment, kind.kind, nearest, problems);
  problems.unless(
    gateways?.controller !== 'vpc-lattice',
    `VPC Lattice, which serves Gateways in environment ${environment.name}, has no ${kind.kind}: nobody would read it.`,
    'use an NlbService.',
  );
  const parent = parentOf(props.gateway, gateways, listener, problems);
  const backends = backendList(props.backends);
  problems.unless(backends.length > 0, 'there are no backends.', 'name one.');
  judgeBackends(backends, 'the route', problems);
  if (isElb(gateways?.controller)) judgeShares(backends, 'the route', problems);
  const backendRefs = backends.map((one) => backendRef(one, Chart.of(scope).namespace, problems));
  problems.raise();
  if (hasTargetGroups(gateways?.controller))
    targetGroups(
      scope,
      backends.map(({ backend }) => backend),
      { protocol, healthCheck: { protocol: 'TCP' } },
    );
  return customObject(
    scope,
    'Route',
    kind,
    { ...props, name },
    { parentRefs: [parentRef(parent)], rules: [{ backendRefs }] },
  );
}

function hasTargetGroups(controller: GatewayController | undefined): boolean {
  return controller === 'load-balancer-controller';
}
