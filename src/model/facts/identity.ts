export interface AccessEntryFacts {
  readonly principalArn: string;
  readonly type?: string;
  readonly username?: string;
  readonly kubernetesGroups?: readonly string[];
  readonly accessPolicies?: readonly AccessPolicyFacts[];
}

export interface AccessPolicyFacts {
  readonly policyArn: string;
  /** `cluster` or `namespace` */
  readonly scope?: string;
  readonly namespaces?: readonly string[];
}

export interface PodIdentityFacts {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly roleArn?: string;
  readonly targetRoleArn?: string;
  readonly disableSessionTags?: boolean;
  /** The add-on that owns it. */
  readonly ownerArn?: string;
}

export interface IdentityProviderFacts {
  readonly name: string;
  readonly type: string;
  readonly issuerUrl?: string;
  /** Claim that holds the user's name. */
  readonly usernameClaim?: string;
  /** Put before the user's name. */
  readonly usernamePrefix?: string;
  readonly groupsClaim?: string;
  /** Put before each group. */
  readonly groupsPrefix?: string;
  readonly status?: string;
}
