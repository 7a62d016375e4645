import type { AccessEntryInput } from '../../knowledge/aws/access-entries';
import type { Association } from '../../knowledge/aws/pod-identity';

type Texts = readonly string[];
type Map = Readonly<Record<string, string>>;

/** What CreateCluster takes, in the words of EKS's API. */
export interface ClusterInput {
  readonly name: string;
  readonly version: string;
  readonly roleArn?: string;
  readonly resourcesVpcConfig: {
    readonly subnetIds: Texts;
    readonly securityGroupIds?: Texts;
    readonly endpointPublicAccess: boolean;
    readonly endpointPrivateAccess: boolean;
    readonly publicAccessCidrs?: Texts;
  };
  readonly kubernetesNetworkConfig: {
    readonly ipFamily: 'ipv4' | 'ipv6';
    readonly serviceIpv4Cidr?: string;
    readonly elasticLoadBalancing?: { readonly enabled: boolean };
  };
  readonly logging: { readonly clusterLogging: readonly { readonly types: Texts; readonly enabled: boolean }[] };
  readonly encryptionConfig?: readonly {
    readonly resources: Texts;
    readonly provider: { readonly keyArn: string };
  }[];
  readonly accessConfig: {
    readonly authenticationMode: string;
    readonly bootstrapClusterCreatorAdminPermissions: boolean;
  };
  readonly upgradePolicy: { readonly supportType: string };
  readonly zonalShiftConfig: { readonly enabled: boolean };
  readonly deletionProtection: boolean;
  readonly computeConfig?: { readonly enabled: boolean; readonly nodePools?: Texts; readonly nodeRoleArn?: string };
  readonly storageConfig?: { readonly blockStorage: { readonly enabled: boolean } };
  readonly remoteNetworkConfig?: {
    readonly remoteNodeNetworks: readonly { readonly cidrs: Texts }[];
    readonly remotePodNetworks?: readonly { readonly cidrs: Texts }[];
  };
  readonly controlPlaneScalingConfig?: { readonly tier: string };
  /** Whether EKS installs network, DNS and kube-proxy by itself, which nobody keeps; Auto Mode brings its own. */
  readonly bootstrapSelfManagedAddons: boolean;
  readonly tags?: Map;
}

/** What CreateNodegroup takes. */
export interface NodegroupInput {
  readonly clusterName: string;
  readonly nodegroupName: string;
  readonly nodeRole?: string;
  readonly subnets: Texts;
  readonly amiType?: string;
  readonly instanceTypes?: Texts;
  readonly capacityType: string;
  readonly diskSize?: number;
  readonly scalingConfig: { readonly minSize: number; readonly maxSize: number; readonly desiredSize: number };
  readonly updateConfig: { readonly maxUnavailable?: number; readonly maxUnavailablePercentage?: number };
  readonly nodeRepairConfig: { readonly enabled: boolean };
  readonly labels?: Map;
  readonly taints?: readonly TaintInput[];
  readonly launchTemplate?: { readonly id: string; readonly version: string };
  readonly releaseVersion?: string;
  readonly tags?: Map;
}

export interface TaintInput {
  readonly key: string;
  readonly value?: string;
  readonly effect: string;
}

/** What CreateFargateProfile takes. */
export interface FargateProfileInput {
  readonly clusterName: string;
  readonly fargateProfileName: string;
  readonly podExecutionRoleArn?: string;
  readonly subnets: Texts;
  readonly selectors: readonly { readonly namespace: string; readonly labels?: Map }[];
  readonly tags?: Map;
}

/** What CreateAddon takes. */
export interface AddonInput {
  readonly clusterName: string;
  readonly addonName: string;
  readonly addonVersion?: string;
  readonly serviceAccountRoleArn?: string;
  readonly podIdentityAssociations?: readonly { readonly serviceAccount: string; readonly roleArn: string }[];
  readonly configurationValues?: string;
  readonly resolveConflicts: string;
  readonly namespaceConfig?: { readonly namespace: string };
  readonly tags?: Map;
}

/** What CreateCapability takes. */
export interface CapabilityInput {
  readonly clusterName: string;
  readonly capabilityName: string;
  readonly type: string;
  readonly roleArn: string;
  readonly deletePropagationPolicy: 'RETAIN';
  readonly configuration?: { readonly argoCd: ArgoCdInput };
  readonly tags?: Map;
}

export interface ArgoCdInput {
  readonly namespace: string;
  readonly awsIdc: { readonly idcInstanceArn: string; readonly idcRegion: string };
  readonly networkAccess?: { readonly vpceIds: Texts };
  readonly rbacRoleMappings?: readonly {
    readonly role: string;
    readonly identities: readonly { readonly id: string; readonly type: 'SSO_USER' | 'SSO_GROUP' }[];
  }[];
}

/** An entry that lets nodes in. */
export interface NodeEntryInput extends AccessEntryInput {
  readonly type: 'EC2_LINUX' | 'EC2';
  /** Who makes the nodes. */
  readonly nodes: 'karpenter' | 'selfManaged' | 'autoMode';
}

/** What AssociateIdentityProviderConfig takes. */
export interface IdentityProviderInput {
  readonly clusterName: string;
  readonly oidc: {
    readonly identityProviderConfigName: string;
    readonly issuerUrl: string;
    readonly clientId: string;
    readonly usernameClaim?: string;
    readonly usernamePrefix?: string;
    readonly groupsClaim?: string;
    readonly groupsPrefix?: string;
    readonly requiredClaims?: Map;
  };
  readonly tags?: Map;
}

/** A cluster with all that is described of it. */
export interface DescribedCluster {
  readonly cluster: ClusterInput;
  readonly nodegroups: readonly NodegroupInput[];
  readonly fargateProfiles: readonly FargateProfileInput[];
  readonly addons: readonly AddonInput[];
  readonly accessEntries: readonly AccessEntryInput[];
  /** Of nodes for which EKS makes no entry by itself. */
  readonly nodeEntries: readonly NodeEntryInput[];
  readonly associations: readonly Association[];
  readonly identityProviders: readonly IdentityProviderInput[];
  readonly capabilities: readonly CapabilityInput[];
}
