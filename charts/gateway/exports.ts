/** What the door passes on of this folder. */
export { Gateway } from './gateway';
export type { GatewayInput } from './gateway-input';
export type { GatewayListener, GatewayProps, NamespaceLabels } from './gateway-props';
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
  WeightedBackend,
} from './http-routes-props';
export { LoadBalancerConfiguration } from './load-balancer-configuration';
export type {
  ListenerConfiguration,
  ListenerMutualAuthentication,
  LoadBalancerConfigurationProps,
  LoadBalancerSettings,
  LoadBalancerSubnet,
} from './load-balancer-configuration-props';
export { TargetGroupConfiguration } from './target-group-configuration';
export type {
  TargetGroupConfigurationProps,
  TargetGroupHealthCheck,
  TargetGroupRoute,
  TargetGroupSettings,
} from './target-group-props';
