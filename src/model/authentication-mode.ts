import type { EksEnvironment } from './environment';

/** Which way into the cluster EKS offers: by the settings, or else as it was read; undefined where neither says. */
export function authenticationModeOf({ identity, facts }: EksEnvironment): string | undefined {
  return identity.authenticationMode ?? facts?.cluster.authenticationMode;
}
