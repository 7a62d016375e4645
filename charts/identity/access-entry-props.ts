import type { AccessEntryType, AccessPolicyName } from '../../src/knowledge/aws/access-entries';
import type { Labels } from '../shared/labels';
import type { Patch } from '../shared/override';
import type { Without } from '../shared/without';

/** A role. */
export interface RolePrincipal {
  /**
   * Name of a role under `identity.iamRoles` of the environment, of another account too. EKS knows the role by its id: a role
   * that is deleted and made anew under its name has no entry. A changed one needs a new object under a new `name`.
   */
  readonly iamRole: string;
}

/** A user. */
export interface UserPrincipal {
  /** Name of an IAM user of the cluster's account, its path before it; instead of `iamRole`. Roles are safer. */
  readonly iamUser: string;
}

/** Whom an entry lets in. */
export type OnePrincipal =
  | (RolePrincipal & Without<'iamUser', 'an entry is for one principal: leave iamRole or iamUser out'>)
  | (UserPrincipal & Without<'iamRole', 'an entry is for one principal: leave iamRole or iamUser out'>);

/** What an entry can be told beside its principal. */
export interface AccessEntryOptions {
  /** Name of the object, which EKS does not see. `@default` the construct's id */
  readonly name?: string;
  /**
   * Whom the entry is for. The types of nodes take no groups, username or policies. A changed one needs a new object under a
   * new `name`. `@default` STANDARD (EKS): people and tools
   */
  readonly type?: AccessEntryType;
  /**
   * Kubernetes groups of the principal, which bindings name as subjects; not with `system:`, `eks:`, `aws:`, `amazon:` or
   * `iam:` at the beginning. `@default` - none
   */
  readonly groups?: readonly string[];
  /**
   * Name of the user in audit logs and bindings. `{{SessionName}}` needs a colon somewhere before it. `@default` - EKS: the
   * ARN of the user, or of the role's session
   */
  readonly username?: string;
  /** Rights by access policies of EKS, which no Kubernetes object shows. `@default` - none */
  readonly policies?: readonly AccessPolicy[];
  /** Needed for a policy that may do everything, or reads every Secret of the cluster. */
  readonly reason?: string;
  /** AWS tags of the entry. `@default` - none */
  readonly tags?: Labels;
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: { readonly accessEntry?: Patch };
}

/** One principal, and what its entry can be told. */
export type AccessEntryProps = OnePrincipal & AccessEntryOptions;

/** An access policy of EKS, and where its rights hold. */
export interface AccessPolicy {
  /** The policy. None of them covers custom kinds: bind a group to a role for those. */
  readonly name: AccessPolicyName;
  /** Where its rights hold; `*` stands for any characters, as in `dev-*`. `@default` - the whole cluster */
  readonly namespaces?: readonly string[];
}
