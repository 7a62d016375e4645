import { eksEnvironment } from './environment';

const { compute, network } = eksEnvironment();

/** Environments by who makes nodes for Pods. */
export const karpenter = eksEnvironment({ compute: { ...compute, karpenter: true } });
export const autoMode = eksEnvironment({ compute: { ...compute, managedNodeGroups: [], autoMode: true } });
export const both = eksEnvironment({ compute: { ...compute, karpenter: true, autoMode: true } });
/** EKS Auto Mode, and settings that say nothing of private subnets. */
export const noSubnets = eksEnvironment({
  compute: autoMode.compute,
  network: { ...network, subnets: { public: [], private: [] } },
});
