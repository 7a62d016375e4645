interface ScopeRow {
  /** What a quota of this scope can bound. */
  readonly bounds: readonly string[];
  /** Whether its expressions take values (In, NotIn); else it is there or not (Exists). */
  readonly takesValues: boolean;
  /** Whether no source that was read says what it can bound: a warning, and no refusal. */
  readonly isUnsure?: true;
  /** Minor version since which Kubernetes knows it; absent where all versions here do. */
  readonly since?: number;
  /** The scope that no Pod has beside this one. */
  readonly excludes?: QuotaScope;
}

/** What a ResourceQuota can be narrowed to. */
export type QuotaScope =
  | 'Terminating'
  | 'NotTerminating'
  | 'BestEffort'
  | 'NotBestEffort'
  | 'PriorityClass'
  | 'CrossNamespacePodAffinity'
  | 'VolumeAttributesClass';

const PODS = ['pods', 'cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];

/**
 * The scopes of Kubernetes.
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/helper/helpers.go (IsResourceQuotaScopeValidForResource)
 */
export const QUOTA_SCOPES: Readonly<Record<QuotaScope, ScopeRow>> = {
  Terminating: { bounds: PODS, takesValues: false, excludes: 'NotTerminating' },
  NotTerminating: { bounds: PODS, takesValues: false, excludes: 'Terminating' },
  BestEffort: { bounds: ['pods'], takesValues: false, excludes: 'NotBestEffort' },
  NotBestEffort: { bounds: PODS, takesValues: false, excludes: 'BestEffort' },
  PriorityClass: { bounds: PODS, takesValues: true },
  CrossNamespacePodAffinity: { bounds: PODS, takesValues: false },
  VolumeAttributesClass: {
    bounds: ['persistentvolumeclaims', 'requests.storage'],
    takesValues: true,
    isUnsure: true,
    since: 34,
  },
};
