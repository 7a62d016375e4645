/** What the door passes on of this folder. */
export {
  allowEgress,
  allowFrom,
  allowIngress,
  type EgressCall,
  type EgressPeer,
  type NetworkCall,
} from './allow';
export { ClusterNetworkPolicy } from './cluster-network-policy';
export type {
  ClusterAddresses,
  ClusterEgressRule,
  ClusterHosts,
  ClusterIngressRule,
  ClusterNetworkPolicyProps,
  ClusterPods,
  ClusterRule,
} from './cluster-policy-props';
export { EniConfig, type EniConfigProps } from './eni-config';
export type { HostPeer } from './host-peer';
export type { AddressPeer, NetworkPeer, NetworkPort, NetworkPorts, PeerInput, WorkloadPeer } from './network-peer';
export { SecurityGroupPolicy, type SecurityGroupPolicyProps, type SelectedPods } from './security-group-policy';
export type { CallOptions } from './workload-calls';
