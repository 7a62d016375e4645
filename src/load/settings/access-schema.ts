import * as v from 'valibot';
import {
  ACCESS_ENTRY_TYPES,
  ACCESS_POLICIES,
  type AccessEntryType,
  type AccessPolicyName,
} from '../../knowledge/aws/access-entries';
import * as f from './formats';

const about = v.description;
const types = Object.keys(ACCESS_ENTRY_TYPES) as AccessEntryType[];
const policies = Object.keys(ACCESS_POLICIES) as AccessPolicyName[];

const iamRole = v.pipe(f.name, about('Role, by its name under `identity.iamRoles`.'));
const iamUser = v.pipe(f.iamUser, about('IAM user of the account, its path before it; instead of a role.'));

const policy = v.strictObject({
  name: v.pipe(v.picklist(policies), about('Access policy of EKS.')),
  namespaces: v.exactOptional(
    v.pipe(v.array(f.namespacePattern), about('Where its rights hold; without it, in the whole cluster.')),
  ),
});

const accessEntry = v.strictObject({
  iamRole: v.exactOptional(iamRole),
  iamUser: v.exactOptional(iamUser),
  type: v.optional(v.pipe(v.picklist(types), about('Whom it is for: people and tools, or nodes.')), 'STANDARD'),
  groups: v.optional(v.pipe(v.array(f.text), about('Kubernetes groups, which bindings name.')), []),
  username: v.exactOptional(v.pipe(f.text, about('Name in audit logs and bindings; without it, the ARN.'))),
  policies: v.optional(v.pipe(v.array(policy), about('Rights by access policies of EKS.')), []),
  reason: v.exactOptional(v.pipe(f.text, about('Why it may do everything, or read every Secret; for reviewers.'))),
});

const association = v.strictObject({
  namespace: v.pipe(f.objectName, about('Namespace of the ServiceAccount.')),
  serviceAccount: v.pipe(f.objectName, about('Name of the ServiceAccount.')),
  iamRole: v.pipe(f.name, about('Role of the account, by its name under `identity.iamRoles`.')),
  targetIamRole: v.exactOptional(
    v.pipe(f.name, about('Role that the first is exchanged for, by its name under `identity.iamRoles`.')),
  ),
  disableSessionTags: v.optional(v.pipe(v.boolean(), about('EKS puts no tags on the sessions.')), false),
});

const awsAuthLine = v.strictObject({
  iamRole: v.exactOptional(iamRole),
  iamUser: v.exactOptional(iamUser),
  username: v.pipe(f.text, about('Name in audit logs and bindings.')),
  groups: v.optional(v.pipe(v.array(f.text), about('Kubernetes groups, which bindings name.')), []),
});

/** Who gets into the cluster, and what of AWS the platform's own ServiceAccounts have. */
export const access = {
  accessEntries: v.exactOptional(
    v.pipe(v.array(accessEntry), about('Who gets into the cluster; apps declare more by `AccessEntry`.')),
  ),
  podIdentityAssociations: v.exactOptional(
    v.pipe(
      v.array(association),
      about('Roles of ServiceAccounts of the platform; apps declare theirs by `AwsIdentity`.'),
    ),
  ),
  awsAuth: v.exactOptional(
    v.pipe(v.array(awsAuthLine), about('Lines of the ConfigMap aws-auth, for clusters that have it still.')),
  ),
};
