import * as v from 'valibot';
import { flag, healthIssues, text, texts } from './parts';

export const cluster = v.strictObject({
  arn: v.string(),
  kubernetesVersion: v.string(),
  platformVersion: text,
  status: text,
  endpoint: text,
  endpointPublicAccess: flag,
  endpointPrivateAccess: flag,
  publicAccessCidrs: texts,
  oidcIssuer: text,
  roleArn: text,
  vpcId: text,
  subnetIds: texts,
  securityGroupIds: texts,
  clusterSecurityGroupId: text,
  ipFamily: text,
  serviceIpv4Cidr: text,
  serviceIpv6Cidr: text,
  logging: texts,
  encryptionKeyArns: texts,
  authenticationMode: text,
  autoMode: flag,
  autoModePools: texts,
  autoModeNodeRoleArn: text,
  autoModeStorage: flag,
  autoModeLoadBalancing: flag,
  supportType: text,
  zonalShift: flag,
  deletionProtection: flag,
  controlPlaneTier: text,
  remoteNodeCidrs: texts,
  remotePodCidrs: texts,
  healthIssues,
});

const deprecation = v.strictObject({ usage: v.string(), replacedWith: text, stopServingVersion: text, clients: texts });

export const insight = v.strictObject({
  name: v.string(),
  category: v.string(),
  kubernetesVersion: text,
  status: v.string(),
  reason: text,
  deprecations: v.exactOptional(v.array(deprecation)),
  resources: texts,
  addOns: v.exactOptional(v.array(v.strictObject({ name: v.string(), versions: v.array(v.string()) }))),
});

export const update = v.strictObject({ type: v.string(), of: v.string() });

export const clusterVersion = v.strictObject({
  version: v.string(),
  status: text,
  endOfStandardSupport: text,
  endOfExtendedSupport: text,
});
