import * as door from 'cdk8s-eks';
import { bound, type Place } from './plus-place';

const BACKEND = '"service":{"name":"their-service","port":{"number":8080}}';
const REFERRED = '"kind":"Service","name":"their-service","port":8080';
const gateway = { name: 'edge' } as const;

/** Those of kinds that are made where requests come in by Gateways. */
export const BEHIND_GATEWAYS: ReadonlySet<string> = new Set([
  'GrpcRule.backends',
  'L4RouteProps.backends',
  'OidcLogin.secret',
  'TlsRouteProps.backends',
]);

/** The rows of routes and Gateways. */
export const GATEWAY_PLACES: Readonly<Record<string, Place | string>> = {
  'GrpcRule.backends': bound(
    REFERRED,
    (scope, { service }) => new door.GrpcRoute(scope, 'ours', { gateway, rules: [{ backends: service }] }),
    'GRPCRoute ours',
  ),
  'HttpRule.backends': bound(
    BACKEND,
    (scope, { service }) => new door.HttpRoutes(scope, 'ours', { scheme: 'internal', rules: [{ backends: service }] }),
    'Ingress ours',
  ),
  'JwtValidation.claims': 'Claims of tokens.',
  'L4RouteProps.backends': bound(
    REFERRED,
    (scope, { service }) => new door.TcpRoute(scope, 'ours', { gateway, backends: service }),
    'TCPRoute ours',
  ),
  'OidcLogin.secret': bound(
    '"secret":{"name":"their-secret"}',
    (scope, { secret }) => {
      const [issuer, at] = ['https://login.example.com', 'https://login.example.com/all'];
      const oidc = { issuer, authorizationEndpoint: at, tokenEndpoint: at, userInfoEndpoint: at, secret };
      return new door.ListenerRuleConfiguration(scope, 'ours', { oidc });
    },
    'ListenerRuleConfiguration ours',
  ),
  'TlsRouteProps.backends': bound(
    REFERRED,
    (scope, { service }) => new door.TlsRoute(scope, 'ours', { gateway, hosts: ['sql'], backends: service }),
    'TLSRoute ours',
  ),
  'WeightedBackend.backend': bound(
    'their-service',
    (scope, { service }) => {
      const backends = [{ backend: service, weight: 1 }, { backend: { service: 'next', port: 80 } }];
      return new door.HttpRoutes(scope, 'ours', { scheme: 'internal', rules: [{ backends }] });
    },
    'Ingress ours',
  ),
};
