import type { PriceSource } from './prices';

/**
 * USD an hour of a control plane: more once the version is out of standard support.
 * @see https://aws.amazon.com/eks/pricing/ (as cloudburn.io/blog/amazon-eks-pricing and factualminds.com quote it, 2026-04 and 2026-06)
 */
export const CLUSTER_HOUR = { standard: 0.1, extended: 0.6 } as const;

/** USD of a GB-month of gp3 without further iops and throughput, and an hour of an application or network load balancer. */
export interface RegionPrice {
  readonly gp3GbMonth?: number;
  readonly loadBalancerHour?: number;
}

/**
 * By region, read in public repositories that quote usage types of AWS's price list (EBS:VolumeUsage.gp3) or the lines of
 * bills (LoadBalancerUsage: 15.00 for 595 hours in eu-west-1, 19.44 for 720 in eu-central-1), 2026-07 to 2026-11. What load
 * balancers carry (LCU) comes on top.
 * @see https://aws.amazon.com/ebs/pricing/
 * @see https://aws.amazon.com/elasticloadbalancing/pricing/
 */
export const REGION_PRICES: Readonly<Record<string, RegionPrice>> = {
  'us-east-1': { gp3GbMonth: 0.08, loadBalancerHour: 0.0225 },
  'us-east-2': { loadBalancerHour: 0.0225 },
  'eu-west-1': { gp3GbMonth: 0.088, loadBalancerHour: 0.0252 },
  'eu-central-1': { gp3GbMonth: 0.0952, loadBalancerHour: 0.027 },
};

/** Of what is in this file. */
export const EKS_PRICES_SOURCE: PriceSource = { date: '2026-07', address: 'https://aws.amazon.com/eks/pricing/' };
