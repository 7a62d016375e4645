import * as v from 'valibot';
import type { Facts } from '../../model/facts';

const texts = v.array(v.string());
const labels = v.record(v.string(), v.string());

const cluster = v.strictObject({
  arn: v.string(),
  kubernetesVersion: v.string(),
  platformVersion: v.exactOptional(v.string()),
  endpoint: v.exactOptional(v.string()),
  oidcIssuer: v.exactOptional(v.string()),
  vpcId: v.exactOptional(v.string()),
  subnetIds: v.exactOptional(texts),
  securityGroupIds: v.exactOptional(texts),
  clusterSecurityGroupId: v.exactOptional(v.string()),
  serviceIpv4Cidr: v.exactOptional(v.string()),
  authenticationMode: v.exactOptional(v.string()),
  autoMode: v.exactOptional(v.boolean()),
  supportType: v.exactOptional(v.string()),
});

const taint = v.strictObject({ key: v.string(), value: v.exactOptional(v.string()), effect: v.string() });

const nodeGroup = v.strictObject({
  name: v.string(),
  status: v.exactOptional(v.string()),
  kubernetesVersion: v.exactOptional(v.string()),
  releaseVersion: v.exactOptional(v.string()),
  amiType: v.exactOptional(v.string()),
  capacityType: v.exactOptional(v.string()),
  instanceTypes: v.exactOptional(texts),
  labels: v.exactOptional(labels),
  taints: v.exactOptional(v.array(taint)),
  minSize: v.exactOptional(v.number()),
  maxSize: v.exactOptional(v.number()),
  subnetIds: v.exactOptional(texts),
});

const fargateProfile = v.strictObject({
  name: v.string(),
  status: v.exactOptional(v.string()),
  podExecutionRoleArn: v.exactOptional(v.string()),
  subnetIds: v.exactOptional(texts),
  selectors: v.array(v.strictObject({ namespace: v.string(), labels })),
});

/** `facts.json`, which `facts refresh` writes: what is absent was not read. */
export const factsSchema = v.strictObject({
  schemaVersion: v.literal(1),
  clusterName: v.string(),
  accountId: v.string(),
  region: v.string(),
  cluster,
  nodeGroups: v.exactOptional(v.array(nodeGroup)),
  fargateProfiles: v.exactOptional(v.array(fargateProfile)),
  addOns: v.exactOptional(v.array(v.strictObject({ name: v.string(), version: v.string() }))),
  accessEntries: v.exactOptional(v.array(v.strictObject({ principalArn: v.string() }))),
  podIdentityAssociations: v.exactOptional(
    v.array(v.strictObject({ namespace: v.string(), serviceAccount: v.string() })),
  ),
});

/** The compiler proves here that what the schema lets through are Facts. */
export const toFacts = (parsed: v.InferOutput<typeof factsSchema>): Facts => parsed;
