import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import { roleArnOf } from '../identity/iam-role';
import type { Problems } from '../shared/problems';

/**
 * As whom KEDA asks AWS: `workload` by the role of the scaled Pods' ServiceAccount (IRSA), `keda` by the role of its own
 * operator, or a role of the environment that the operator's may assume.
 */
export type KedaIdentity = 'workload' | 'keda' | { readonly iamRole: string };

/** `spec.podIdentity` of a TriggerAuthentication. */
export interface PodIdentity {
  readonly provider: 'aws';
  readonly identityOwner?: 'workload';
  readonly roleArn?: string;
}

/** @see https://keda.sh/docs/2.20/authentication-providers/aws/ */
export function podIdentityOf(identity: KedaIdentity, environment: Environment, problems: Problems): PodIdentity {
  if (identity === 'keda') return { provider: 'aws' };
  if (identity !== 'workload') {
    const arn = environment.platform === 'eks' ? roleArnOf(identity.iamRole, environment, problems) : undefined;
    return { provider: 'aws', ...defined({ roleArn: arn }) };
  }
  problems.unless(
    environment.platform !== 'eks' || environment.identity.mode === 'irsa',
    `environment ${environment.name} uses EKS Pod Identity, and KEDA finds a workload's role only in the annotation of IRSA: it would ask AWS as nobody, and nothing is ever scaled.`,
    "set identity: 'keda', or identity: { iamRole } with a role that KEDA's own may assume.",
  );
  return { provider: 'aws', identityOwner: 'workload' };
}
