import { accessEntries, authenticationMode } from './access';
import { addOnVersions, argoCd, networkPolicies } from './add-ons';
import { health, insights, network, zones } from './cluster';
import { autoMode, fargateProfiles, nodeGroups } from './compute';
import { controllers } from './controllers';
import { issuer, podIdentity } from './identity';
import { largestNode, placement } from './placement';
import type { PreflightCheck } from './preflight-check';
import { endOfSupport, kubelets, version } from './version';

/** Every check of `preflight`, in the order of its table. */
export const PREFLIGHT_CHECKS: readonly PreflightCheck[] = [
  version,
  endOfSupport,
  health,
  insights,
  network,
  zones,
  autoMode,
  nodeGroups,
  kubelets,
  fargateProfiles,
  placement,
  largestNode,
  controllers,
  addOnVersions,
  networkPolicies,
  argoCd,
  issuer,
  podIdentity,
  authenticationMode,
  accessEntries,
];
