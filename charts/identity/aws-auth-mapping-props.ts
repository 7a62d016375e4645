import type { Patch } from '../shared/override';

export interface AwsAuthMappingProps {
  /** The first of two words that say it is wanted: access entries do the same without the danger. */
  readonly legacy: 'aws-auth';
  /**
   * The second: all that EKS and its tools have written into the ConfigMap is replaced by what stands here, and who is
   * not in it is locked out.
   */
  readonly replaces: 'whole ConfigMap';
  /** All roles of nodes and of Fargate that the cluster has. What has no entry here becomes NotReady. */
  readonly nodes: readonly NodeMapping[];
  /** Roles of people and tools. `@default` - none */
  readonly roles?: readonly RoleMapping[];
  /** Users of the cluster's account. `@default` - none */
  readonly users?: readonly UserMapping[];
  /** Needed for the group system:masters, which may do everything. */
  readonly reason?: string;
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: { readonly configMap?: Patch };
}

/** A role of nodes, or of the Pods of a Fargate profile. */
export interface NodeMapping {
  /** Name of a role under `identity.iamRoles` of the environment; its path is left out, since the authenticator knows none. */
  readonly iamRole: string;
  /** What runs under the role. `@default` linux */
  readonly kind?: 'linux' | 'windows' | 'fargate';
}

/** A role of people or tools. */
export interface RoleMapping extends MappedNames {
  /** Name of a role under `identity.iamRoles` of the environment; its path is left out, since the authenticator knows none. */
  readonly iamRole: string;
}

/** A user of the cluster's account. */
export interface UserMapping extends MappedNames {
  /** Name of the user, its path before it. */
  readonly iamUser: string;
}

/** What Kubernetes calls the principal. */
export interface MappedNames {
  /** Name of the user in audit logs and bindings. `{{SessionName}}` needs a colon somewhere before it. */
  readonly username: string;
  /** Kubernetes groups, which bindings name as subjects. `@default` - none */
  readonly groups?: readonly string[];
}
