import type { AddOnFacts, AddOnVersions, CapabilityFacts } from './facts/add-ons';
import type { ClusterFacts, ClusterVersionFacts, InsightFacts, UpdateFacts } from './facts/cluster';
import type { FargateProfileFacts, NodeGroupFacts } from './facts/compute';
import type { AccessEntryFacts, IdentityProviderFacts, PodIdentityFacts } from './facts/identity';

export type { AddOnFacts, AddOnVersions, CapabilityFacts } from './facts/add-ons';
export type {
  ClusterFacts,
  ClusterVersionFacts,
  DeprecationFacts,
  HealthIssue,
  InsightFacts,
  UpdateFacts,
} from './facts/cluster';
export type { FargateProfileFacts, NodeGroupFacts } from './facts/compute';
export type { AccessEntryFacts, AccessPolicyFacts, IdentityProviderFacts, PodIdentityFacts } from './facts/identity';

/**
 * A reading of a live EKS cluster, as committed in `facts.json`: sorted, without times and secrets.
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
  readonly addOns?: readonly AddOnFacts[];
  /** Of the add-ons that are installed, for the cluster's version and the next. */
  readonly addOnVersions?: readonly AddOnVersions[];
  readonly accessEntries?: readonly AccessEntryFacts[];
  readonly podIdentityAssociations?: readonly PodIdentityFacts[];
  /** Identity providers of people, beside IAM. */
  readonly identityProviders?: readonly IdentityProviderFacts[];
  readonly insights?: readonly InsightFacts[];
  readonly capabilities?: readonly CapabilityFacts[];
  /** In progress when the cluster was read. */
  readonly updates?: readonly UpdateFacts[];
  /** The cluster's version and the next, as far as EKS offers them. */
  readonly clusterVersions?: readonly ClusterVersionFacts[];
  /** Readings that were asked for and not allowed, with the call that was refused. */
  readonly unread?: readonly UnreadFacts[];
}

/** The readings that may be missing from facts. */
export type Reading = Exclude<
  keyof Facts,
  'schemaVersion' | 'clusterName' | 'accountId' | 'region' | 'cluster' | 'unread'
>;

export interface UnreadFacts {
  readonly reading: string;
  /** The action of IAM without its prefix: `ListAddons`. */
  readonly action: string;
  /** `denied`: by IAM; `unsupported`: the region does not know the call. */
  readonly reason: string;
}
