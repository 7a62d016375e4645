/** Who serves Gateways: the AWS Load Balancer Controller, EKS Auto Mode, VPC Lattice, or somebody else, such as Envoy Gateway. */
export type GatewayController = 'load-balancer-controller' | 'auto-mode' | 'vpc-lattice' | 'other';

/** In the order that settings show them. */
export const GATEWAY_CONTROLLERS = ['load-balancer-controller', 'auto-mode', 'vpc-lattice', 'other'] as const;

/** What a Gateway becomes there. */
export type LoadBalancerKind = 'alb' | 'nlb';

export interface ControllerFacts {
  /** As a sentence calls it. */
  readonly title: string;
  /** What a GatewayClass calls it, by the kind of load balancer; absent where nobody knows. */
  readonly controllerNames: Readonly<Partial<Record<LoadBalancerKind | 'network', string>>>;
}

/**
 * The names of Auto Mode come from an article on its launch and were not seen in AWS's own text: they are written, and others are
 * not refused. Read on 2026-11-29.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/gateway/
 * @see https://www.gateway-api-controller.eks.aws.dev/latest/
 */
export const CONTROLLERS: Readonly<Record<GatewayController, ControllerFacts>> = {
  'load-balancer-controller': {
    title: 'the AWS Load Balancer Controller',
    controllerNames: { alb: 'gateway.k8s.aws/alb', nlb: 'gateway.k8s.aws/nlb' },
  },
  'auto-mode': {
    title: 'EKS Auto Mode',
    controllerNames: { alb: 'eks.amazonaws.com/gateway-alb', nlb: 'eks.amazonaws.com/gateway-nlb' },
  },
  'vpc-lattice': {
    title: 'VPC Lattice',
    controllerNames: { network: 'application-networking.k8s.aws/gateway-api-controller' },
  },
  other: { title: 'the controller of the environment', controllerNames: {} },
};
