import { MOST_MANIFEST_BYTES } from '../../knowledge/oci-registry';

/** What one question to a registry may take. */
export interface RegistryLimits {
  /** For one image: tokens, redirects and what is tried again included. */
  readonly seconds: number;
  /** Requests for one answer, where a registry is busy. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; twice as long before each further one, less some chance. */
  readonly backOff: number;
  /** Of one answer. */
  readonly bytes: number;
  readonly redirects: number;
}

export const REGISTRY_LIMITS: RegistryLimits = {
  seconds: 60,
  attempts: 4,
  backOff: 500,
  bytes: MOST_MANIFEST_BYTES,
  redirects: 5,
};
