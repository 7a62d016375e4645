import type { GatewayRoutes } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import { effectiveProtocol } from './gateway-certificates';
import type { ResolvedListener } from './gateway-listeners';
import type { GatewayProps } from './gateway-props';
import { canRedirect, httpsRedirect } from './https-redirect';
import { judgeLoadBalancer } from './judge-load-balancer';

/** What a Gateway's parts have to be to each other. */
export function judgeGatewayListeners(
  props: GatewayProps,
  listeners: readonly ResolvedListener[],
  routes: GatewayRoutes,
  problems: Problems,
): void {
  const { controller } = routes;
  const { loadBalancer, redirectToHttps, routesFrom, hosts } = props;
  problems.unless(
    redirectToHttps !== true || canRedirect(controller),
    'redirectToHttps is true, and VPC Lattice cannot redirect: the route for it would answer nothing.',
    'leave it out there, and let no route name the listener for plain HTTP.',
  );
  problems.unless(
    redirectToHttps !== true || !canRedirect(controller) || httpsRedirect(props, listeners, routes) !== undefined,
    'redirectToHttps is true, and there are not both an HTTP and an HTTPS listener.',
    'leave it out, or name both listeners.',
  );
  problems.unless(
    typeof routesFrom !== 'object' || Object.keys(routesFrom.labels).length > 0,
    'routesFrom names no labels, which lets routes of every namespace in: each could take any host.',
    "name labels that the platform gives to namespaces, or say 'All'.",
  );
  problems.unless(hosts?.length !== 0, 'hosts is empty.', 'name one, or leave it out.');
  if (loadBalancer === undefined) return;
  problems.unless(
    controller === 'load-balancer-controller',
    'loadBalancer is for the AWS Load Balancer Controller, and here another controller serves Gateways: nobody would read it.',
    'leave loadBalancer out there, and let the platform’s GatewayClass say it.',
  );
  judgeLoadBalancer(loadBalancer, problems);
  for (const { protocol, port } of loadBalancer.listeners ?? [])
    problems.unless(
      listeners.some((one) => effectiveProtocol(one) === protocol && one.port === port) || protocol === 'TCP_UDP',
      `loadBalancer.listeners has ${protocol}:${port}, which is not a listener of the Gateway; the controller would pass over it without a word.`,
      `name one of ${listeners.map((one) => `${effectiveProtocol(one)}:${one.port}`).join(', ')}.`,
    );
}
