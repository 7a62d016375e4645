import type { ServiceProps } from './parts';

/** A Network Load Balancer in front of the same Pods. */
export function nlb(target: 'instance' | 'ip', cidr = ''): ServiceProps {
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
