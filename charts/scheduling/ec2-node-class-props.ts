import type { Patch } from '../shared/override';
import type { SecurityGroupTerm, SubnetTerm } from './selector-terms';

/** Which image nodes start from; several are alternatives, and each is matched by its architecture alone. */
export interface AmiTerm {
  /** Such as ami-0123456789abcdef0; alone in its term. */
  readonly id?: string;
  /** The image's name, where `*` is any text. */
  readonly name?: string;
  /** An account, or self or amazon. `@default` - both (Karpenter) */
  readonly owner?: string;
  /** AWS tags that all match. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Name of a parameter that holds the id; alone in its term. */
  readonly ssmParameter?: string;
}

/** A disk that every node starts with. */
export interface BlockDevice {
  /** Such as /dev/xvda. */
  readonly deviceName: string;
  /** The EBS volume that is attached there. */
  readonly ebs: EbsDevice;
  /** Whether it is the one that Pods' local storage is counted on. `@default` - as the image has it */
  readonly rootVolume?: boolean;
}

/** The EBS volume behind it. */
export interface EbsDevice {
  /** Such as 100Gi. Give this or `snapshotID`. */
  readonly volumeSize?: `${number}Gi` | `${number}G` | `${number}Ti` | `${number}T`;
  /** The type of the volume. `@default` gp3 (Karpenter) */
  readonly volumeType?: 'standard' | 'io1' | 'io2' | 'gp2' | 'sc1' | 'st1' | 'gp3';
  /** Operations per second. `@default` - the type's own */
  readonly iops?: number;
  /** MiB/s, gp3 only. `@default` - the type's own */
  readonly throughput?: number;
  /** Whether the volume is encrypted. `@default` true */
  readonly encrypted?: boolean;
  /** ARN or id of the key. `@default` - the account's own */
  readonly kmsKeyID?: string;
  /** Whether it goes with the node. `@default` true (Karpenter) */
  readonly deleteOnTermination?: boolean;
  /** What the volume is filled from. Give this or `volumeSize`. */
  readonly snapshotID?: string;
  /** MiB/s at which it is filled from the snapshot, 100–300. */
  readonly volumeInitializationRate?: number;
}

/** A reservation of EC2, an on-demand one or a capacity block. */
export interface CapacityReservationTerm {
  /** Such as cr-0123456789abcdef0; alone in its term. */
  readonly id?: string;
  /** AWS tags that all match. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Account that owns it, 12 digits. `@default` - this one */
  readonly ownerID?: string;
  /** Whether instances get in by matching, or only when they name it. `@default` - both */
  readonly instanceMatchCriteria?: 'open' | 'targeted';
}

/** A network interface of every node, for EFA. */
export interface NodeNetworkInterface {
  /** From 0. */
  readonly networkCardIndex: number;
  /** From 0, unique on its card; 0 of card 0 is an `interface`, by which the node joins. */
  readonly deviceIndex: number;
  /** `efa-only` carries no IP traffic; one of a card at most. */
  readonly interfaceType: 'interface' | 'efa-only';
}

/** What the kubelet of the nodes is told. Quantities by resource: cpu, memory, ephemeral-storage, pid. */
export interface NodeKubelet {
  /** Address of the cluster's name server, one. `@default` - found by the node */
  readonly clusterDNS?: readonly string[];
  /** Whether CPU limits of containers are enforced. `@default` true (Kubernetes) */
  readonly cpuCFSQuota?: boolean;
  /** Most Pods of a node, from 0. `@default` - as many as its network interfaces have addresses for */
  readonly maxPods?: number;
  /** Most Pods for each core; not on Bottlerocket. `@default` - no such limit */
  readonly podsPerCore?: number;
  /** Kept for the kubelet and the container runtime. `@default` - by the image, from the number of Pods and cores */
  readonly kubeReserved?: Readonly<Record<string, string>>;
  /** Kept for the operating system. `@default` - nothing */
  readonly systemReserved?: Readonly<Record<string, string>>;
  /** Below it Pods are evicted at once, by signal such as memory.available: 5% or 100Mi. `@default` - the image's own */
  readonly evictionHard?: Readonly<Record<string, string>>;
  /** Below it Pods are evicted after `evictionSoftGracePeriod`, by signal. `@default` - nothing */
  readonly evictionSoft?: Readonly<Record<string, string>>;
  /** For each signal of `evictionSoft`: 1m30s. */
  readonly evictionSoftGracePeriod?: Readonly<Record<string, string>>;
  /** Most seconds that a Pod gets to stop when it is evicted so. `@default` - what the Pod says */
  readonly evictionMaxPodGracePeriod?: number;
  /** Percent of the disk at which unused images are deleted, 0–100, above the other. `@default` 85 (Kubernetes) */
  readonly imageGCHighThresholdPercent?: number;
  /** Percent of the disk to which they are deleted, 0–100. `@default` 80 (Kubernetes) */
  readonly imageGCLowThresholdPercent?: number;
}

/** How nodes answer for themselves (IMDS). */
export interface NodeMetadataOptions {
  /** Whether they answer at all. `@default` enabled (Karpenter) */
  readonly httpEndpoint?: 'enabled' | 'disabled';
  /** Whether they answer by IPv6. `@default` disabled (Karpenter) */
  readonly httpProtocolIPv6?: 'enabled' | 'disabled';
  /** 1–64. With 1 only Pods of the host's network reach it. `@default` 1 (Karpenter) */
  readonly httpPutResponseHopLimit?: number;
  /** Whether a token has to be asked for first. `@default` required (Karpenter) */
  readonly httpTokens?: 'required' | 'optional';
}

export interface Ec2NodeClassProps {
  /** Name of the EC2NodeClass. `@default` the construct's id */
  readonly name?: string;
  /** Name of the nodes' IAM role, without a path, of which Karpenter makes an instance profile. Give this or `instanceProfile`. */
  readonly role?: string;
  /** Name of an existing instance profile. */
  readonly instanceProfile?: string;
  /**
   * Image: an alias of EKS's own, such as al2023@v20251112 or bottlerocket@latest (which replaces every node at each
   * release), or terms that find your own.
   */
  readonly ami: `${string}@${string}` | readonly AmiTerm[];
  /** How the image is told what to join. `@default` - as the alias has it; needed without one */
  readonly amiFamily?: 'AL2' | 'AL2023' | 'Bottlerocket' | 'Custom' | 'Windows2019' | 'Windows2022' | 'Windows2025';
  /** Subnets of the nodes; the terms are alternatives. `@default` - the environment's private subnets */
  readonly subnets?: readonly SubnetTerm[];
  /** Security groups of the nodes; all that any term finds. */
  readonly securityGroups: readonly SecurityGroupTerm[];
  /** Reservations that pools of `capacityType: ['reserved']` use. Others are never used. `@default` - none */
  readonly capacityReservations?: readonly CapacityReservationTerm[];
  /** Name or id of a placement group. Spread takes seven nodes a zone, cluster one zone alone. `@default` - none */
  readonly placementGroup?: { readonly name?: string; readonly id?: string };
  /** Disks. `@default` - those of the image's family (Karpenter) */
  readonly blockDevices?: readonly BlockDevice[];
  /** Makes one disk of the local ones, for the Pods' own storage. `@default` - local disks stay raw */
  readonly instanceStorePolicy?: 'RAID0';
  /** Settings of the nodes' kubelet. `@default` - the family's own */
  readonly kubelet?: NodeKubelet;
  /** How nodes answer for themselves. `@default` - tokens are required, and Pods off the host's network do not get any */
  readonly metadataOptions?: NodeMetadataOptions;
  /** Network interfaces of every node of the class, for EFA. `@default` - one interface */
  readonly networkInterfaces?: readonly NodeNetworkInterface[];
  /** Seconds after which idle connections are forgotten; leaves out types that are not of Nitro. `@default` - EC2's */
  readonly connectionTracking?: {
    /** 60–432000. */
    readonly tcpEstablishedTimeout?: number;
    /** 60–180. */
    readonly udpStreamTimeout?: number;
    /** 30–60. */
    readonly udpTimeout?: number;
  };
  /** Whether nodes can run machines of their own; leaves out types that cannot. `@default` - EC2's */
  readonly cpuOptions?: { readonly nestedVirtualization: 'enabled' | 'disabled' };
  /** Whether nodes get public addresses. `@default` - as the subnet has it */
  readonly associatePublicIPAddress?: boolean;
  /** Prefixes of 16 addresses that a node starts with, from 0. `@default` - none */
  readonly ipPrefixCount?: number;
  /** Metrics by the minute instead of every five, at a price. `@default` false (EC2) */
  readonly detailedMonitoring?: boolean;
  /** Start script, in the form of the image's family. `@default` - what joins the cluster */
  readonly userData?: string;
  /** AWS tags of nodes and disks. `@default` - none beside Karpenter's own */
  readonly tags?: Readonly<Record<string, string>>;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly nodeClass?: Patch };
}
