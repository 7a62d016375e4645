/** What the door passes on of this folder. */
export { Gateway } from './gateway';
export { GatewayClass, type GatewayClassProps } from './gateway-class';
export type { GatewayInput } from './gateway-input';
export type { GatewayListener, GatewayProps, NamespaceLabels } from './gateway-props';
export { GrpcRoute } from './grpc-route';
export type { GrpcMatch, GrpcRouteProps, GrpcRule } from './grpc-route-props';
export { HttpRoutes } from './http-routes';
export type {
  HeaderChanges,
  HttpMatch,
  HttpMethod,
  HttpRedirect,
  HttpRewrite,
  HttpRoutesProps,
  HttpRule,
  HttpTimeouts,
  ListenerRuleInput,
  WeightedBackend,
} from './http-routes-props';
export type { L4RouteProps } from './l4-route';
export { ListenerRuleConfiguration } from './listener-rule-configuration';
export type {
  CognitoLogin,
  JwtClaim,
  JwtValidation,
  ListenerLogin,
  ListenerRuleConfigurationProps,
  OidcLogin,
} from './listener-rule-props';
export { ListenerSet, type ListenerSetProps } from './listener-set';
export { LoadBalancerConfiguration } from './load-balancer-configuration';
export type {
  ListenerConfiguration,
  ListenerMutualAuthentication,
  LoadBalancerConfigurationProps,
  LoadBalancerSettings,
  LoadBalancerSubnet,
} from './load-balancer-configuration-props';
export { type GrantedFrom, type GrantedTo, ReferenceGrant, type ReferenceGrantProps } from './reference-grant';
export { TargetGroupConfiguration } from './target-group-configuration';
export type {
  TargetGroupConfigurationProps,
  TargetGroupHealthCheck,
  TargetGroupRoute,
  TargetGroupSettings,
} from './target-group-props';
export { TcpRoute, type TcpRouteProps } from './tcp-route';
export { TlsRoute, type TlsRouteProps } from './tls-route';
export { UdpRoute, type UdpRouteProps } from './udp-route';
