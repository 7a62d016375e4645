import * as v from 'valibot';
import { flag, text, texts } from './parts';

const accessPolicy = v.strictObject({ policyArn: v.string(), scope: text, namespaces: texts });

export const accessEntry = v.strictObject({
  principalArn: v.string(),
  type: text,
  username: text,
  kubernetesGroups: texts,
  accessPolicies: v.exactOptional(v.array(accessPolicy)),
});

export const podIdentityAssociation = v.strictObject({
  namespace: v.string(),
  serviceAccount: v.string(),
  roleArn: text,
  targetRoleArn: text,
  disableSessionTags: flag,
  ownerArn: text,
});

export const identityProvider = v.strictObject({
  name: v.string(),
  type: v.string(),
  issuerUrl: text,
  usernameClaim: text,
  usernamePrefix: text,
  groupsClaim: text,
  groupsPrefix: text,
  status: text,
});
