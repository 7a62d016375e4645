import * as v from 'valibot';
import type { Facts } from '../../model/facts';
import { addOn, addOnVersions, capability } from './facts-schema/add-ons';
import { cluster, clusterVersion, insight, update } from './facts-schema/cluster';
import { fargateProfile, nodeGroup } from './facts-schema/compute';
import { accessEntry, identityProvider, podIdentityAssociation } from './facts-schema/identity';

/** `facts.json`, which `facts refresh` writes: what is absent was not read. */
export const factsSchema = v.strictObject({
  schemaVersion: v.literal(1),
  clusterName: v.string(),
  accountId: v.string(),
  region: v.string(),
  cluster,
  nodeGroups: v.exactOptional(v.array(nodeGroup)),
  fargateProfiles: v.exactOptional(v.array(fargateProfile)),
  addOns: v.exactOptional(v.array(addOn)),
  addOnVersions: v.exactOptional(v.array(addOnVersions)),
  accessEntries: v.exactOptional(v.array(accessEntry)),
  podIdentityAssociations: v.exactOptional(v.array(podIdentityAssociation)),
  identityProviders: v.exactOptional(v.array(identityProvider)),
  insights: v.exactOptional(v.array(insight)),
  capabilities: v.exactOptional(v.array(capability)),
  updates: v.exactOptional(v.array(update)),
  clusterVersions: v.exactOptional(v.array(clusterVersion)),
  unread: v.exactOptional(v.array(v.strictObject({ reading: v.string(), action: v.string(), reason: v.string() }))),
});

/** The compiler proves here that what the schema lets through are Facts. */
export const toFacts = (parsed: v.InferOutput<typeof factsSchema>): Facts => parsed;
