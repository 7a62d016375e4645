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
import { controlPlaneParts } from './control-plane-parts';
import { controllers } from './controllers';
import { describedAccess } from './described-access';
import { describedAddOns } from './described-add-ons';
import { describedAssociations } from './described-associations';
import { describedCapabilities } from './described-capabilities';
import { fargateProfileParts } from './fargate-profile-parts';
import { fargateProfiles } from './fargate-profiles';
import { health, insights } from './health';
import { issuer, podIdentity } from './identity';
import { identityProviders } from './identity-providers';
import { largestNode } from './largest-node';
import { network, zones } from './network';
import { nodeGroupParts } from './node-group-parts';
import { autoMode, nodeGroups } from './node-groups';
import { notDescribed } from './not-described';
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
  controlPlaneParts,
  zones,
  autoMode,
  nodeGroups,
  nodeGroupParts,
  kubelets,
  fargateProfiles,
  fargateProfileParts,
  placement,
  largestNode,
  controllers,
  describedAddOns,
  addOnVersions,
  networkPolicies,
  argoCd,
  describedCapabilities,
  issuer,
  podIdentity,
  describedAssociations,
  authenticationMode,
  accessEntries,
  describedAccess,
  identityProviders,
  notDescribed,
];
