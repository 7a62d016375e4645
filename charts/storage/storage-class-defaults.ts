import type { Environment } from '../../src/model/environment';

/** Retain keeps the volume and its cost until a person deletes it. */
export type ReclaimPolicy = 'Retain' | 'Delete';

export function reclaimPolicyOf(given: ReclaimPolicy | undefined, environment: Environment): ReclaimPolicy {
  return given ?? (environment.tier === 'production' ? 'Retain' : 'Delete');
}

/** Metadata of the class that claims without one get. */
export function defaultClass(isDefault: boolean | undefined): { annotations?: Record<string, string> } {
  return isDefault === true ? { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } } : {};
}
