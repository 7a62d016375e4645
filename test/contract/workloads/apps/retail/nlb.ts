import type { WebServiceProps } from 'cdk8s-eks';

/** A Network Load Balancer in front of the same Pods. */
export function nlb(target: 'instance' | 'ip', cidr = ''): Partial<WebServiceProps> {
  const prefix = 'service.beta.kubernetes.io/aws-load-balancer';
  return {
    services: {
      nlb: {
        type: 'LoadBalancer',
        loadBalancerSourceRanges: [cidr],
        annotations: {
          [`${prefix}-type`]: 'external',
          [`${prefix}-scheme`]: 'internet-facing',
          [`${prefix}-nlb-target-type`]: target,
        },
      },
    },
  };
}
