/**
 * Fields that are rendered only where the environment's Argo CD knows them, and the minor version that added each.
 * @see https://argo-cd.readthedocs.io/en/latest/operator-manual/upgrading/overview/
 */
const FEATURES = {
  /** `retry.refresh` of a sync policy: a retry takes the newest commit. */
  retryRefresh: '3.2',
  /** `name` of an entry in a project's `clusterResourceWhitelist`; older versions drop it and permit every name. */
  whitelistNames: '3.3',
} as const;

/** Whether an Argo CD of this minor version, such as `3.2`, has a feature. `3.10` is newer than `3.9`. */
export function hasFeature(version: string, feature: keyof typeof FEATURES): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [sinceMajor = 0, sinceMinor = 0] = FEATURES[feature].split('.').map(Number);
  return major > sinceMajor || (major === sinceMajor && minor >= sinceMinor);
}
