/** What the door passes on of this folder. */
export { AutoModeNodeClass, type AutoModeNodeClassProps } from './auto-mode-node-class';
export { ClusterQueue } from './cluster-queue';
export type {
  ClusterQueueProps,
  FlavorQuotas,
  QueueAdmissionCheck,
  QueueFungibility,
  QueuePreemption,
  QueueQuota,
  QueueResourceGroup,
  QueueStopPolicy,
} from './cluster-queue-props';
export { DeviceClaim } from './device-claim';
export type { ClaimedDevices, DeviceClaimProps } from './device-claim-props';
export { Ec2NodeClass } from './ec2-node-class';
export type {
  AmiTerm,
  BlockDevice,
  CapacityReservationTerm,
  EbsDevice,
  Ec2NodeClassProps,
  NodeKubelet,
  NodeMetadataOptions,
  NodeNetworkInterface,
} from './ec2-node-class-props';
export { LocalQueue, type LocalQueueProps } from './local-queue';
export type { NodeClassInput } from './node-class-input';
export { NodePool } from './node-pool';
export type { DisruptionBudget, NodeDuration, NodePoolDisruption, NodePoolProps, NodeTaint } from './node-pool-props';
export { PriorityClass, type PriorityClassProps } from './priority-class';
export { ResourceFlavor } from './resource-flavor';
export type { ResourceFlavorProps } from './resource-flavor-props';
export type {
  Accelerators,
  DeviceClaimInput,
  FabricAdapters,
  GroupNodes,
  HybridNodes,
  PoolInput,
  PoolNodes,
  RunOn,
  RunOnOptions,
  RunOnPlace,
} from './run-on-props';
export type { SecurityGroupTerm, SubnetTerm } from './selector-terms';
