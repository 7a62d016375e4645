import * as v from 'valibot';
import { healthIssues, text, texts } from './parts';

export const addOn = v.strictObject({
  name: v.string(),
  version: v.string(),
  status: text,
  roleArn: text,
  podIdentityAssociations: texts,
  namespace: text,
  configuration: v.exactOptional(v.unknown()),
  healthIssues,
});

export const addOnVersions = v.strictObject({
  name: v.string(),
  kubernetesVersion: v.string(),
  default: text,
  versions: v.array(v.string()),
});

export const capability = v.strictObject({
  name: v.string(),
  type: text,
  status: text,
  version: text,
  roleArn: text,
  namespace: text,
  serverUrl: text,
  healthIssues,
});
