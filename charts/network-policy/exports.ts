/** What the door passes on of this folder. */
export {
  allowEgress,
  allowFrom,
  allowIngress,
  type EgressCall,
  type EgressPeer,
  type NetworkCall,
} from './allow';
export type { HostPeer } from './host-peer';
export type { AddressPeer, NetworkPeer, NetworkPort, NetworkPorts, PeerInput, WorkloadPeer } from './network-peer';
export { SecurityGroupPolicy, type SecurityGroupPolicyProps, type SelectedPods } from './security-group-policy';
