import { type ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { CONTROLLERS } from '../../src/knowledge/gateway/controllers';
import { HTTP_ROUTE } from '../../src/knowledge/gateway/kinds';
import { defined } from '../../src/model/defined';
import type { Environment, GatewayRoutes } from '../../src/model/environment';
import { customObject } from '../shared/custom-object';
import { override } from '../shared/override';
import type { Problems } from '../shared/problems';
import { Gateway } from './gateway';
import { healthCheckOf, healthChecksOf } from './health-checks';
import { httpRouteSpec, type ParentRef } from './http-route-spec';
import type { HttpRoutesProps } from './http-routes-props';
import { backendsOfRules, type ResolvedRoutes } from './resolved-routes';
import { targetGroups } from './target-groups';

interface GatewayForm {
  readonly routes: ResolvedRoutes;
  readonly environment: Environment;
  readonly gateways: GatewayRoutes;
  readonly problems: Problems;
}

/** The routes as an HTTPRoute, with a Gateway of their own where none is named. Problems are raised before they are made. */
export function gatewayForm(scope: Construct, name: string, props: HttpRoutesProps, form: GatewayForm): ApiObject {
  const { routes, gateways, problems } = form;
  const named = namedGateway(props, gateways);
  if (named === undefined) judgeOwn(props, form);
  const section = isServedByTls(props, form) ? 'https' : 'http';
  const spec = httpRouteSpec(named ?? { name, sectionName: section }, routes, Chart.of(scope).namespace, problems);
  problems.raise();
  if (named === undefined) ownGateway(scope, name, props, form);
  if (gateways.controller === 'load-balancer-controller') ownTargetGroups(scope, props, routes, problems);
  const made = customObject(scope, 'HttpRoute', HTTP_ROUTE, { name }, spec);
  override(made, props.overrides?.httpRoute);
  return made;
}

/** A rule's own health check takes the place of what the routes say of it. */
function ownTargetGroups(
  scope: Construct,
  props: HttpRoutesProps,
  { rules }: ResolvedRoutes,
  problems: Problems,
): void {
  const checks = healthChecksOf(rules, problems);
  for (const backend of backendsOfRules(rules)) {
    const own = healthCheckOf(backend, checks, problems);
    const healthCheck = own === undefined ? props.healthCheck : { ...props.healthCheck, ...own };
    targetGroups(scope, [backend], defined({ healthCheck }));
  }
}

function namedGateway({ gateway }: HttpRoutesProps, gateways: GatewayRoutes): ParentRef | undefined {
  if (gateway !== undefined) {
    const { kind, name, namespace, sectionName = 'https' } = gateway;
    return { kind, name, namespace, sectionName };
  }
  return gateways.gateway;
}

function isServedByTls(
  { tls, certificateArns }: HttpRoutesProps,
  { environment, routes: { hosts } }: GatewayForm,
): boolean {
  if (tls !== undefined || certificateArns !== undefined) return tls ?? true;
  return environment.platform === 'eks' && environment.certificates.length > 0 && hosts.length > 0;
}

function judgeOwn(props: HttpRoutesProps, { gateways, environment, routes, problems }: GatewayForm): void {
  const { controller } = gateways;
  problems.unless(
    controller === 'load-balancer-controller',
    `no Gateway is named for the routes, and what a load balancer is in environment ${environment.name} is up to ${CONTROLLERS[controller].title} and its class.`,
    'name a Gateway: `routes.gateway` in environment.yaml, or the property gateway.',
  );
  problems.unless(
    props.scheme !== undefined || controller !== 'load-balancer-controller',
    'scheme is missing: a load balancer is made for the routes, and it is public or not.',
    "give scheme: 'internal' or 'internet-facing'.",
  );
  problems.unless(
    props.tls !== true || props.certificateArns !== undefined || routes.hosts.length > 0,
    'tls needs a host, or certificateArns.',
    'name the host.',
  );
  problems.unless(
    !(props.tls === false && props.certificateArns !== undefined),
    'tls is false, but certificateArns are given.',
    'leave one of them out.',
  );
}

/** One load balancer for these routes alone, as an Ingress has it. */
function ownGateway(scope: Construct, name: string, props: HttpRoutesProps, form: GatewayForm): void {
  const { hosts } = form.routes;
  const isSecure = isServedByTls(props, form);
  const { certificateArns } = props;
  new Gateway(scope, 'Gateway', {
    name,
    listeners: [{ protocol: 'HTTP', port: 80 }, ...(isSecure ? ([{ protocol: 'HTTPS', port: 443 }] as const) : [])],
    ...(hosts.length === 0 ? {} : { hosts }),
    loadBalancer: defined({
      scheme: props.scheme,
      listeners: certificateArns && [{ protocol: 'HTTPS' as const, port: 443, certificateArns }],
    }),
    ...defined({
      plainHttp: props.plainHttp,
      overrides: props.overrides?.gateway === undefined ? undefined : { gateway: props.overrides.gateway },
    }),
  });
}
