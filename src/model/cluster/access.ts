import type { AccessEntryType, AccessPolicyName } from '../../knowledge/aws/access-entries';

/** Who gets into the cluster beside nodes. */
export interface ClusterAccessEntry {
  /** Name under `identity.iamRoles`. */
  readonly iamRole?: string;
  /** Name of an IAM user of the account, its path before it; instead of a role. */
  readonly iamUser?: string;
  readonly type: AccessEntryType;
  readonly groups: readonly string[];
  readonly username?: string;
  readonly policies: readonly ClusterAccessPolicy[];
  /** Needed where a policy may do everything, or reads every Secret. */
  readonly reason?: string;
}

export interface ClusterAccessPolicy {
  readonly name: AccessPolicyName;
  /** Absent: the whole cluster. */
  readonly namespaces?: readonly string[];
}

/** The IAM role of a ServiceAccount of the platform. */
export interface PlatformAssociation {
  readonly namespace: string;
  readonly serviceAccount: string;
  /** Name under `identity.iamRoles`, of the cluster's account. */
  readonly iamRole: string;
  /** Name under `identity.iamRoles` of a role that the first is exchanged for. */
  readonly targetIamRole?: string;
  readonly disableSessionTags: boolean;
}

/** What people sign in at beside IAM, by OpenID Connect. EKS takes one of a cluster, and changes nothing of it. */
export interface IdentityProvider {
  readonly name: string;
  /** Such as https://login.example.com, as the `iss` of its tokens says. */
  readonly issuerUrl: string;
  /** The `aud` of its tokens. */
  readonly clientId: string;
  /** Absent: `sub`. */
  readonly usernameClaim?: string;
  /** Absent: the issuer and #, but for `email`; `-` puts nothing before it. */
  readonly usernamePrefix?: string;
  /** Absent: its tokens put nobody into a group. */
  readonly groupsClaim?: string;
  readonly groupsPrefix?: string;
  /** What a token has to say, so that EKS lets its holder in. */
  readonly requiredClaims: Readonly<Record<string, string>>;
}

/** A line of the ConfigMap aws-auth, for clusters that have it still. */
export interface AwsAuthLine {
  readonly iamRole?: string;
  readonly iamUser?: string;
  readonly username: string;
  readonly groups: readonly string[];
}
