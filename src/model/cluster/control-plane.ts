import type { CapabilityType, ControlPlaneLog, ScalingTier } from '../../knowledge/aws/control-plane';

/** The control plane, as it is made and kept. */
export interface ControlPlane {
  /** Name under `identity.iamRoles` of the role that EKS acts with; absent where eksctl makes one. */
  readonly iamRole?: string;
  readonly endpoints: Endpoints;
  /** Sent to CloudWatch. */
  readonly logs: readonly ControlPlaneLog[];
  readonly logRetentionDays: number;
  /** Name under `storage.kmsKeys` of the key that Secrets are encrypted with; absent: the key of EKS. */
  readonly secretsKey?: string;
  /** What happens at the end of standard support: STANDARD upgrades, EXTENDED costs more for a year. */
  readonly supportType: 'STANDARD' | 'EXTENDED';
  /** Whether AWS may move traffic out of a zone that is impaired. */
  readonly zonalShift: boolean;
  /** Absent: on, but in development. */
  readonly deletionProtection?: boolean;
  readonly scalingTier: ScalingTier;
  readonly ipFamily: 'ipv4' | 'ipv6';
  /** Addresses of Services; absent: EKS chooses. */
  readonly serviceCidr?: string;
  /** Names under `network.securityGroups`, beside the group that EKS makes. */
  readonly securityGroups: readonly string[];
  /** Networks of hybrid nodes, which run outside of AWS. */
  readonly remoteNetworks?: RemoteNetworks;
  /** Whether the principal that makes the cluster may do everything in it. */
  readonly creatorIsAdmin: boolean;
  /** AWS tags of everything that is described. */
  readonly tags: Readonly<Record<string, string>>;
}

/** From where the API server is reached. */
export interface Endpoints {
  readonly private: boolean;
  readonly public: boolean;
  /** Who reaches the public one; empty is everybody. */
  readonly publicCidrs: readonly string[];
}

export interface RemoteNetworks {
  readonly nodes: readonly string[];
  readonly pods: readonly string[];
  /** The gateway of the VPC that leads there. */
  readonly gateway: string;
}

/** What EKS runs for the cluster outside of its nodes. */
export interface Capability {
  readonly name: string;
  readonly type: CapabilityType;
  /** Name under `identity.iamRoles`. */
  readonly iamRole: string;
  /** For type ARGOCD. */
  readonly argocd?: ArgoCdCapability;
}

export interface ArgoCdCapability {
  /** Absent: `gitops.namespace`. */
  readonly namespace?: string;
  /** ARN of the instance of IAM Identity Center, whose users sign in. */
  readonly identityCenter: string;
  /** Absent: the region of the cluster. */
  readonly identityCenterRegion?: string;
  /** Ids of VPC endpoints; with one, there is no public access. */
  readonly vpcEndpoints: readonly string[];
  readonly roles: readonly ArgoCdRole[];
}

/** Who is what in Argo CD. */
export interface ArgoCdRole {
  readonly role: 'ADMIN' | 'EDITOR' | 'VIEWER';
  /** Ids of groups of Identity Center. */
  readonly groups: readonly string[];
  /** Ids of users of Identity Center. */
  readonly users: readonly string[];
}

/** A component that EKS installs and keeps. */
export interface AddOn {
  readonly name: string;
  /** Such as v1.19.0-eksbuild.1; absent: what EKS has as its default that day. */
  readonly version?: string;
  /** Name under `identity.iamRoles`, for IRSA. */
  readonly iamRole?: string;
  readonly podIdentity: readonly { readonly serviceAccount: string; readonly iamRole: string }[];
  /** What the add-on's own schema takes, as text in JSON or YAML; a map of the settings is JSON. */
  readonly configuration?: string;
  readonly resolveConflicts: 'NONE' | 'OVERWRITE' | 'PRESERVE';
  /** Where it is installed; absent: its own. */
  readonly namespace?: string;
}
