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

const identityProvider = v.strictObject({
  name: v.pipe(f.eksName, about('Name of the configuration.')),
  issuerUrl: v.pipe(
    f.issuerUrl,
    about('Address of the provider, as `iss` of its tokens says; AWS reads its keys there, from the internet.'),
  ),
  clientId: v.pipe(f.text, about('Id of the client that asks it for tokens: their `aud`.')),
  usernameClaim: v.exactOptional(v.pipe(f.text, about('Claim that holds the user’s name; without it `sub`.'))),
  usernamePrefix: v.exactOptional(
    v.pipe(f.text, about('Put before it; without it the issuer and #, but for `email`; `-` puts nothing.')),
  ),
  groupsClaim: v.exactOptional(
    v.pipe(f.text, about('Claim that holds the groups; without it, tokens put nobody into a group.')),
  ),
  groupsPrefix: v.exactOptional(v.pipe(f.text, about('Put before each group, such as `oidc:`; bindings name both.'))),
  requiredClaims: v.optional(
    v.pipe(v.record(f.claimName, f.claimValue), about('What a token has to say, so that its holder gets in.')),
    {},
  ),
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
  identityProviders: v.exactOptional(
    v.pipe(
      v.array(identityProvider),
      about('OpenID Connect provider that people sign in at, beside IAM; EKS takes one.'),
    ),
  ),
  awsAuth: v.exactOptional(
    v.pipe(v.array(awsAuthLine), about('Lines of the ConfigMap aws-auth, for clusters that have it still.')),
  ),
};
