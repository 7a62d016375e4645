/** A call that network policies let through, as `check --calls` lists it; plain data. */
export interface AllowedCall {
  /** Pods such as `Deployment ui/ui`, blocks, `Pods of namespace monitoring`, or `anybody`. */
  readonly from: string;
  /** The same; hosts and `anywhere` too. */
  readonly to: string;
  /** As policies name them, without repetition; `all`, or `declared: …` where no policy holds the Pods. */
  readonly ports: readonly string[];
  /** The policies that open it, `ui/allow-dns` or `ClusterNetworkPolicy monitoring`; none where no policy holds the Pods. */
  readonly policies: readonly string[];
  /** What ClusterNetworkPolicies deny of it, or may: `169.254.169.254/32 (ClusterNetworkPolicy no-metadata)`. */
  readonly denied: readonly string[];
}
