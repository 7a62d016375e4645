import { AUTO_MODE_POOLS } from '../../knowledge/aws/control-plane';

/** What holds where the settings say nothing of a node group: a node in each of three zones, and room for as many again. */
export const NODE_GROUP_DEFAULTS = { minSize: 3, maxSize: 6, diskSize: 80, repair: true } as const;

/** A self-managed group buys its instances on demand. */
export const DISTRIBUTION_DEFAULTS = {
  onDemandBase: 0,
  onDemandPercentage: 100,
  spotStrategy: 'price-capacity-optimized',
} as const;

/** Auto Mode runs both of the pools that EKS brings. */
export const AUTO_MODE_POOL_DEFAULTS = [...AUTO_MODE_POOLS];
