import * as v from 'valibot';
import type { JsonValue } from '../../../model/json';
import { healthIssues, text, texts } from './parts';

/** What was read from JSON is JSON. */
const json = v.custom<JsonValue>(() => true);

export const addOn = v.strictObject({
  name: v.string(),
  version: v.string(),
  status: text,
  roleArn: text,
  podIdentityAssociations: texts,
  namespace: text,
  configuration: v.exactOptional(json),
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
