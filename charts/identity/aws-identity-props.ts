import type { Patch } from '../shared/override';

export interface AwsIdentityProps {
  /** Name of the ServiceAccount. `@default` the construct's id */
  readonly name?: string;
  /** Name of a role under `identity.iamRoles` of the environment. Pods get another one only when they are created anew. */
  readonly iamRole: string;
  /**
   * Name of a role that Pods get in exchange for `iamRole`, in another account too. By Pod Identity it is the association's
   * target role; by IRSA, which exchanges nothing, the Pods get it directly, and its account needs the cluster's OIDC
   * provider. `@default` - none
   */
  readonly targetRole?: string;
  /**
   * An IAM policy, as an object or JSON, that the rights of the session are cut down to; with a target role, of that role's.
   * Session tags are then off, since EKS takes a policy only so. By Pod Identity alone. `@default` - all rights of the role
   */
  readonly sessionPolicy?: string | object;
  /**
   * Whether sessions carry no tags of the Pod, such as its namespace, for roles whose policies ask for none. By Pod
   * Identity alone. `@default` false (EKS); true with a session policy
   */
  readonly disableSessionTags?: boolean;
  /**
   * `irsa` where the environment has Pod Identity but a reader wants the annotation: a SecretStore's ServiceAccount, or
   * KEDA's `identityOwner: workload`. `@default` - the environment's `identity.mode`; on Fargate always `irsa`
   */
  readonly mechanism?: 'irsa';
  /** Whether the Pods run on Fargate, which has no Pod Identity. `@default` - whether a profile takes all of the namespace */
  readonly fargate?: boolean;
  /** Whole seconds a token of IRSA is valid, 600–86400. `@default` 86400 (webhook) */
  readonly tokenExpirationSeconds?: number;
  /** Whether SDKs ask STS in the cluster's region or, with false, the global endpoint. `@default` - the webhook decides */
  readonly stsRegionalEndpoints?: boolean;
  /** Whether the Pod may also call the Kubernetes API. `@default` false */
  readonly automountServiceAccountToken?: boolean;
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: { readonly serviceAccount?: Patch; readonly association?: Patch };
}
