import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import { roleArnOf } from '../identity/iam-role';
import type { IdentityMechanism } from '../identity/resolve-identity';
import type { Problems } from '../shared/problems';

/**
 * As whom KEDA asks AWS: `workload` by the role of the scaled Pods' ServiceAccount (IRSA), `keda` by the role of its own
 * operator, or a role of the environment that the operator's may assume. Where the environment has Pod Identity, the Pods'
 * own `AwsIdentity` with `mechanism: 'irsa'` says that their ServiceAccount has the annotation all the same. KEDA's operator
 * takes that role itself, so the role has to trust the operator too, such as `system:serviceaccount:keda:keda-operator`,
 * beside the Pods that `cdk8s-eks trust` lists: without it KEDA gets AccessDenied, and nothing is scaled.
 */
export type KedaIdentity = 'workload' | 'keda' | { readonly iamRole: string } | AnnotatedAccount;

/** Such as an `AwsIdentity`. */
export interface AnnotatedAccount {
  /** How its Pods get their role; only one of IRSA is found by KEDA. */
  readonly mechanism: IdentityMechanism | undefined;
}

/** `spec.podIdentity` of a TriggerAuthentication. */
export interface PodIdentity {
  readonly provider: 'aws';
  readonly identityOwner?: 'workload';
  readonly roleArn?: string;
}

/** @see https://keda.sh/docs/2.20/authentication-providers/aws/ */
export function podIdentityOf(identity: KedaIdentity, environment: Environment, problems: Problems): PodIdentity {
  if (identity === 'keda') return { provider: 'aws' };
  if (typeof identity === 'object' && 'iamRole' in identity) {
    const arn = environment.platform === 'eks' ? roleArnOf(identity.iamRole, environment, problems) : undefined;
    return { provider: 'aws', ...defined({ roleArn: arn }) };
  }
  const mode = environment.platform === 'eks' ? environment.identity.mode : undefined;
  problems.unless(
    (typeof identity === 'object' ? identity.mechanism : mode) !== 'podIdentity',
    `environment ${environment.name} uses EKS Pod Identity, and KEDA finds a workload's role only in the annotation of IRSA: it would ask AWS as nobody, and nothing is ever scaled.`,
    "give the Pods an AwsIdentity with mechanism: 'irsa', and name it as identity; or set identity: 'keda', or identity: { iamRole } with a role that KEDA's own may assume.",
  );
  return { provider: 'aws', identityOwner: 'workload' };
}
