/** A kind as objects name it, and as references do. */
export interface GatewayKind {
  readonly apiVersion: string;
  readonly group: string;
  readonly kind: string;
}

/** Group of the kinds that the Kubernetes project defines and others serve. */
export const GATEWAY_GROUP = 'gateway.networking.k8s.io';
/** Group of the kinds by which the AWS Load Balancer Controller is told more. */
export const LBC_GATEWAY_GROUP = 'gateway.k8s.aws';

const upstream = <K extends string>(kind: K, version = 'v1') => ({
  apiVersion: `${GATEWAY_GROUP}/${version}`,
  group: GATEWAY_GROUP,
  kind,
});
const ofController = <K extends string>(kind: K) => ({
  apiVersion: `${LBC_GATEWAY_GROUP}/v1`,
  group: LBC_GATEWAY_GROUP,
  kind,
});

/**
 * Kinds of Gateway API 1.6.1. A ReferenceGrant is written as v1beta1, which every release serves. Read on 2026-11-29.
 * @see https://github.com/kubernetes-sigs/gateway-api/tree/v1.6.1/config/crd/standard
 */
export const GATEWAY_CLASS = upstream('GatewayClass');
export const GATEWAY = upstream('Gateway');
export const HTTP_ROUTE = upstream('HTTPRoute');
export const GRPC_ROUTE = upstream('GRPCRoute');
export const TLS_ROUTE = upstream('TLSRoute');
export const TCP_ROUTE = upstream('TCPRoute');
export const UDP_ROUTE = upstream('UDPRoute');
export const LISTENER_SET = upstream('ListenerSet');
export const REFERENCE_GRANT = upstream('ReferenceGrant', 'v1beta1');

/**
 * Kinds of the AWS Load Balancer Controller, 3.5 and later by this version. Read on 2026-11-29.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/customization/
 */
export const LOAD_BALANCER_CONFIGURATION = ofController('LoadBalancerConfiguration');
export const TARGET_GROUP_CONFIGURATION = ofController('TargetGroupConfiguration');
export const LISTENER_RULE_CONFIGURATION = ofController('ListenerRuleConfiguration');
