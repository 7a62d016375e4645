/** The cluster itself, as DescribeCluster tells of it. */
export interface ClusterFacts {
  readonly arn: string;
  readonly kubernetesVersion: string;
  readonly platformVersion?: string;
  /** `ACTIVE`, `UPDATING`, … */
  readonly status?: string;
  readonly endpoint?: string;
  readonly endpointPublicAccess?: boolean;
  readonly endpointPrivateAccess?: boolean;
  readonly publicAccessCidrs?: readonly string[];
  /** Issuer without `https://`. */
  readonly oidcIssuer?: string;
  readonly roleArn?: string;
  readonly vpcId?: string;
  readonly subnetIds?: readonly string[];
  readonly securityGroupIds?: readonly string[];
  readonly clusterSecurityGroupId?: string;
  readonly ipFamily?: string;
  readonly serviceIpv4Cidr?: string;
  readonly serviceIpv6Cidr?: string;
  /** Types of control-plane logs that are on. */
  readonly logging?: readonly string[];
  /** KMS keys that encrypt Secrets. */
  readonly encryptionKeyArns?: readonly string[];
  readonly authenticationMode?: string;
  readonly autoMode?: boolean;
  /** Built-in NodePools of Auto Mode. */
  readonly autoModePools?: readonly string[];
  readonly autoModeNodeRoleArn?: string;
  readonly autoModeStorage?: boolean;
  readonly autoModeLoadBalancing?: boolean;
  readonly supportType?: string;
  readonly zonalShift?: boolean;
  readonly deletionProtection?: boolean;
  readonly controlPlaneTier?: string;
  readonly remoteNodeCidrs?: readonly string[];
  readonly remotePodCidrs?: readonly string[];
  readonly healthIssues?: readonly HealthIssue[];
}

/** What EKS says is wrong with a part of the cluster. */
export interface HealthIssue {
  readonly code: string;
  readonly message?: string;
}

/** What EKS says of the cluster by itself: upgrade readiness, misconfiguration. */
export interface InsightFacts {
  readonly name: string;
  readonly category: string;
  /** The version that it is about. */
  readonly kubernetesVersion?: string;
  /** `PASSING`, `WARNING`, `ERROR` or `UNKNOWN`. */
  readonly status: string;
  /** Why it does not pass. */
  readonly reason?: string;
  readonly deprecations?: readonly DeprecationFacts[];
  /** Objects and ARNs that it names. */
  readonly resources?: readonly string[];
  /** Add-ons whose version stands in the way, with those that fit. */
  readonly addOns?: readonly { readonly name: string; readonly versions: readonly string[] }[];
}

/** An API that is still called. */
export interface DeprecationFacts {
  readonly usage: string;
  readonly replacedWith?: string;
  readonly stopServingVersion?: string;
  /** User agents that called it in the last 30 days. */
  readonly clients?: readonly string[];
}

/** An update that was in progress. */
export interface UpdateFacts {
  readonly type: string;
  /** `cluster`, `node group general`, `add-on vpc-cni`. */
  readonly of: string;
}

/** How long EKS supports a version of Kubernetes. */
export interface ClusterVersionFacts {
  readonly version: string;
  readonly status?: string;
  /** `2026-12-02` */
  readonly endOfStandardSupport?: string;
  readonly endOfExtendedSupport?: string;
}
