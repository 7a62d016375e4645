/**
 * A reading of a live EKS cluster, as committed in `facts.json`: sorted, without times.
 * A reading that was not made is absent, and a rule that needs it answers *unknown*.
 */
export interface Facts {
  readonly schemaVersion: 1;
  readonly clusterName: string;
  readonly accountId: string;
  readonly region: string;
  readonly cluster: ClusterFacts;
  readonly nodeGroups?: readonly NodeGroupFacts[];
  readonly fargateProfiles?: readonly FargateProfileFacts[];
  /** Readings that later versions make; absent is unknown, never empty. */
  readonly addOns?: readonly { readonly name: string; readonly version: string }[];
  readonly accessEntries?: readonly { readonly principalArn: string }[];
  readonly podIdentityAssociations?: readonly { readonly namespace: string; readonly serviceAccount: string }[];
}

export interface ClusterFacts {
  readonly arn: string;
  readonly kubernetesVersion: string;
  readonly platformVersion?: string;
  readonly endpoint?: string;
  /** Issuer without `https://`. */
  readonly oidcIssuer?: string;
  readonly vpcId?: string;
  readonly subnetIds?: readonly string[];
  readonly securityGroupIds?: readonly string[];
  readonly clusterSecurityGroupId?: string;
  readonly serviceIpv4Cidr?: string;
  readonly authenticationMode?: string;
  readonly autoMode?: boolean;
  readonly supportType?: string;
}

export interface NodeGroupFacts {
  readonly name: string;
  readonly status?: string;
  readonly kubernetesVersion?: string;
  readonly releaseVersion?: string;
  readonly amiType?: string;
  readonly capacityType?: string;
  readonly instanceTypes?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
  readonly minSize?: number;
  readonly maxSize?: number;
  readonly subnetIds?: readonly string[];
}

export interface FargateProfileFacts {
  readonly name: string;
  readonly status?: string;
  readonly podExecutionRoleArn?: string;
  readonly subnetIds?: readonly string[];
  readonly selectors: readonly { readonly namespace: string; readonly labels: Readonly<Record<string, string>> }[];
}
