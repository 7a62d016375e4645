import * as v from 'valibot';
import { flag, healthIssues, labels, number, text, texts } from './parts';

const taint = v.strictObject({ key: v.string(), value: text, effect: v.string() });

export const nodeGroup = v.strictObject({
  name: v.string(),
  status: text,
  kubernetesVersion: text,
  releaseVersion: text,
  amiType: text,
  capacityType: text,
  instanceTypes: texts,
  labels: v.exactOptional(labels),
  taints: v.exactOptional(v.array(taint)),
  minSize: number,
  maxSize: number,
  subnetIds: texts,
  nodeRoleArn: text,
  diskSize: number,
  launchTemplate: text,
  maxUnavailable: text,
  updateStrategy: text,
  nodeRepair: flag,
  healthIssues,
});

export const fargateProfile = v.strictObject({
  name: v.string(),
  status: text,
  podExecutionRoleArn: text,
  subnetIds: texts,
  selectors: v.array(v.strictObject({ namespace: v.string(), labels })),
  healthIssues,
});
