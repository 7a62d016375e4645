import { parseArn } from '../../src/grammar/arn';
import { fargateProfileFor } from '../../src/knowledge/aws/fargate';
import type { Association } from '../../src/knowledge/aws/pod-identity';
import { defined } from '../../src/model/defined';
import type { EksEnvironment, Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import type { AwsIdentityProps } from './aws-identity-props';
import { roleArnOf } from './iam-role';
import { sessionOf } from './session-policy';

/** How Pods come by an IAM role. */
export type IdentityMechanism = 'irsa' | 'podIdentity';

export type ResolvedIdentity =
  | { readonly mechanism: 'irsa'; readonly roleArn: string }
  | {
      readonly mechanism: 'podIdentity';
      readonly roleArn: string;
      readonly association: Association;
      readonly madeByAck: boolean;
    };

export interface IdentityPlace {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly environment: Environment;
}

/** Undefined on a plain cluster, and where a problem was added. */
export function resolveIdentity(
  props: AwsIdentityProps,
  place: IdentityPlace,
  problems: Problems,
): ResolvedIdentity | undefined {
  const { name, namespace, environment } = place;
  problems.integer('tokenExpirationSeconds', props.tokenExpirationSeconds, 600, 86_400);
  problems.unless(
    name !== 'default',
    'every Pod that names no ServiceAccount runs as `default`: all of them would get the role.',
    'give it a name of its own.',
  );
  problems.unless(
    namespace !== undefined,
    'the ServiceAccount has no namespace, so neither a trust policy nor an association can name it.',
    'set `namespace` in defineApp(), or use inNamespace().',
  );
  problems.unless(
    props.targetRole === undefined || props.targetRole !== props.iamRole,
    `targetRole and iamRole are both "${props.iamRole}": the role would have to assume itself, which nothing gains.`,
    'leave targetRole out, or name the role that the Pods shall have in the other account.',
  );
  const session = sessionOf(props, problems);
  if (environment.platform !== 'eks') return undefined;
  const first = roleArnOf(props.iamRole, environment, problems);
  const target =
    props.targetRole === undefined ? undefined : roleArnOf(props.targetRole, environment, problems, 'targetRole');
  if (mechanismOf(props, environment, namespace) === 'irsa') {
    judgeIrsa(props, environment, problems);
    const roleArn = props.targetRole === undefined ? first : target;
    return roleArn === undefined ? undefined : { mechanism: 'irsa', roleArn };
  }
  judgePodIdentity(props, first, environment, problems);
  if (first === undefined || namespace === undefined) return undefined;
  const association: Association = {
    clusterName: environment.clusterName,
    namespace,
    serviceAccount: name,
    roleArn: first,
    ...defined({ targetRoleArn: target, ...session }),
  };
  return { mechanism: 'podIdentity', roleArn: first, association, madeByAck: environment.identity.ack === true };
}

function mechanismOf(
  { mechanism, fargate }: AwsIdentityProps,
  { identity, compute }: EksEnvironment,
  namespace = '',
): IdentityMechanism {
  const onFargate = fargate ?? fargateProfileFor(compute.fargateProfiles, namespace, {}) !== undefined;
  return onFargate ? 'irsa' : (mechanism ?? identity.mode);
}

/** What only an association has. */
function judgeIrsa(props: AwsIdentityProps, { name }: EksEnvironment, problems: Problems): void {
  problems.unless(
    props.sessionPolicy === undefined,
    `sessionPolicy is given, but in environment ${name} the Pods get the role by IRSA, which applies no session policy: they would have all rights of the role.`,
    'leave sessionPolicy out and give the role fewer rights, or use Pod Identity there.',
  );
}

/** What only the annotation has, and where the role may lie. */
function judgePodIdentity(
  props: AwsIdentityProps,
  roleArn: string | undefined,
  { name, accountId }: EksEnvironment,
  problems: Problems,
): void {
  const account = roleArn === undefined ? accountId : parseArn(roleArn)?.account;
  problems.unless(
    account === accountId,
    `identity.iamRoles.${props.iamRole} of environment ${name} is a role of account ${account}; EKS makes Pod Identity associations only with roles of the cluster’s account, ${accountId}.`,
    `give a role of account ${accountId} as iamRole, and this one as targetRole.`,
  );
}
