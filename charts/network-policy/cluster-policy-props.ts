import type { ObjectProps } from '../shared/custom-object';
import type { Labels } from '../shared/labels';
import type { Patch } from '../shared/override';
import type { NetworkPorts } from './network-peer';

export interface ClusterNetworkPolicyProps extends ObjectProps {
  /**
   * `Admin` comes before every NetworkPolicy and cannot be overruled by teams; `Baseline` comes after them, for what no
   * policy of a namespace speaks of. `@default` Admin
   */
  readonly tier?: 'Admin' | 'Baseline';
  /** Order within the tier, 0–1000: the lowest number comes first. */
  readonly priority: number;
  /** Pods that it holds for. `@default` - all Pods of all namespaces */
  readonly subject?: ClusterPods;
  /** Rules for calls that reach the Pods, in their order; at most 100. `@default` - none */
  readonly ingress?: readonly ClusterIngressRule[];
  /** Rules for calls that leave the Pods, in their order; at most 100. `@default` - none */
  readonly egress?: readonly ClusterEgressRule[];
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly clusterNetworkPolicy?: Patch };
}

/** Pods of some namespaces. */
export interface ClusterPods {
  /** Labels of the namespaces. `@default` - all namespaces */
  readonly namespaces?: Labels;
  /** Labels of the Pods. `@default` - all Pods */
  readonly pods?: Labels;
}

/** What happens to calls, and on which ports. */
export interface ClusterRule {
  /** `Accept` lets a call through and `Deny` drops it, whatever teams say; `Pass` leaves it to their policies. */
  readonly action: 'Accept' | 'Deny' | 'Pass';
  /** For people who read it, at most 100 characters. `@default` - none */
  readonly name?: string;
  /** Ports of the one who is called. `@default` - all */
  readonly ports?: NetworkPorts;
}

/** For calls that reach the Pods. */
export interface ClusterIngressRule extends ClusterRule {
  /** Who calls; 1–100. */
  readonly from: readonly ClusterPods[];
}

/** For calls that leave the Pods. */
export interface ClusterEgressRule extends ClusterRule {
  /** Who is called: Pods, blocks of addresses, or hosts by their names, which `Deny` does not know; 1–100. */
  readonly to: readonly (ClusterPods | ClusterAddresses | ClusterHosts)[];
}

/** Blocks of addresses. */
export interface ClusterAddresses {
  /** 1–25 blocks such as `10.0.0.0/16`. */
  readonly cidrs: readonly string[];
}

/** Hosts by their names; they work on nodes of EKS Auto Mode alone. */
export interface ClusterHosts {
  /** 1–25 names such as `api.example.com` or `*.example.com`. */
  readonly hosts: readonly string[];
}
