import type { AmiType } from '../../knowledge/aws/ami-types';
import type { AutoModePool } from '../../knowledge/aws/control-plane';
import type { TaintEffect } from '../../knowledge/aws/taint-effects';

export interface Compute {
  readonly managedNodeGroups: readonly ManagedNodeGroup[];
  readonly selfManagedNodeGroups: readonly SelfManagedNodeGroup[];
  readonly fargateProfiles: readonly FargateProfile[];
  readonly karpenter: boolean;
  readonly autoMode: boolean;
  /** Node pools of Auto Mode that EKS brings. */
  readonly autoModePools?: readonly AutoModePool[];
  /** Names under `identity.iamRoles`, for nodes and Pods that name no other role. */
  readonly nodeIamRole?: string;
  readonly fargateIamRole?: string;
  readonly autoModeIamRole?: string;
  /** Its nodes get into the cluster by an access entry. */
  readonly karpenterIamRole?: string;
}

/** Nodes that somebody else starts: nobody but a start script labels them. */
export interface NodeGroup {
  readonly name: string;
  readonly instanceTypes: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly taints?: readonly NodeGroupTaint[];
  readonly minSize?: number;
  readonly maxSize?: number;
  /** Absent: `minSize`. */
  readonly desiredSize?: number;
  /** Absent: Amazon Linux 2023 for the instance types. */
  readonly amiType?: AmiType;
  /** GiB of the first volume. */
  readonly diskSize?: number;
  /** Ids of subnets of the network; absent: all private ones. */
  readonly subnets?: readonly string[];
  /** Name under `identity.iamRoles`; absent: `compute.nodeIamRole`. */
  readonly iamRole?: string;
  /** A template of your own, which then has image, disk and security groups. */
  readonly launchTemplate?: LaunchTemplate;
}

export interface LaunchTemplate {
  readonly id: string;
  readonly version: string;
}

/** A taint of all nodes of a group. */
export interface NodeGroupTaint {
  readonly key: string;
  readonly value?: string;
  readonly effect: TaintEffect;
}

export interface ManagedNodeGroup extends NodeGroup {
  /** EKS sets it as a label of the nodes. */
  readonly capacityType: 'ON_DEMAND' | 'SPOT' | 'CAPACITY_BLOCK';
  /** Version of the image; absent: the newest when the group is made. */
  readonly releaseVersion?: string;
  readonly update?: NodeGroupUpdate;
  /** Whether EKS replaces nodes that are broken. */
  readonly repair?: boolean;
}

/** How many nodes are replaced at once: a number or a percentage. */
export interface NodeGroupUpdate {
  readonly maxUnavailable?: number;
  readonly maxUnavailablePercentage?: number;
}

export interface SelfManagedNodeGroup extends NodeGroup {
  readonly distribution?: InstancesDistribution;
}

/** How an Auto Scaling group buys its instances. */
export interface InstancesDistribution {
  readonly onDemandBase: number;
  readonly onDemandPercentage: number;
  readonly spotStrategy: 'price-capacity-optimized' | 'capacity-optimized' | 'lowest-price';
}

/** Pods that match a selector at creation run on Fargate. @see facts of EKS: at most five selectors. */
export interface FargateProfile {
  readonly name: string;
  readonly selectors: readonly FargateSelector[];
  /** Name under `identity.iamRoles` of the role that starts the Pods; absent: `compute.fargateIamRole`. */
  readonly iamRole?: string;
  /** Ids of private subnets; absent: all of them. */
  readonly subnets?: readonly string[];
}

/** Namespace, label keys and values may hold `*` and `?`; all labels must match. */
export interface FargateSelector {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}
