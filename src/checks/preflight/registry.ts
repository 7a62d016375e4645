import { accessEntries, authenticationMode } from './access';
import { addOnVersions, argoCd, networkPolicies } from './add-ons';
import {
  controlPlaneLogs,
  deletionProtection,
  endpoints,
  secretsKey,
  supportPolicy,
  zonalShift,
} from './control-plane';
import { controllers } from './controllers';
import { describedAddOns } from './described-add-ons';
import { fargateProfiles } from './fargate-profiles';
import { health, insights } from './health';
import { issuer, podIdentity } from './identity';
import { identityProviders } from './identity-providers';
import { largestNode } from './largest-node';
import { network, zones } from './network';
import { autoMode, nodeGroups } from './node-groups';
import { placement } from './placement';
import type { PreflightCheck } from './preflight-check';
import { endOfSupport, kubelets, version } from './version';

/** Every check of `preflight`, in the order of its table. */
export const PREFLIGHT_CHECKS: readonly PreflightCheck[] = [
  version,
  endOfSupport,
  health,
  insights,
  network,
  endpoints,
  controlPlaneLogs,
  secretsKey,
  supportPolicy,
  zonalShift,
  deletionProtection,
  zones,
  autoMode,
  nodeGroups,
  kubelets,
  fargateProfiles,
  placement,
  largestNode,
  controllers,
  describedAddOns,
  addOnVersions,
  networkPolicies,
  argoCd,
  issuer,
  podIdentity,
  authenticationMode,
  accessEntries,
  identityProviders,
];
