import {
  ACCESS_ENTRY_TYPES,
  ACCESS_POLICIES,
  type AccessEntryInput,
  type AssociatedPolicy,
  accessPolicyArn,
} from '../../src/knowledge/aws/access-entries';
import { wrongEntry } from '../../src/model/access-entry-limits';
import { authenticationModeOf } from '../../src/model/authentication-mode';
import { defined } from '../../src/model/defined';
import type { EksEnvironment, Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import type { Given } from '../shared/without';
import type { AccessEntryProps, AccessPolicy } from './access-entry-props';
import { roleArnOf } from './iam-role';
import { judgeIamUser, userArnOf } from './iam-user';

/** Stands in for what a plain cluster does not have, so that the rest is judged in every environment alike. */
const ANYBODY = 'arn:aws:iam::000000000000:role/anybody';

/** Undefined on a plain cluster, and where a problem was added. */
export function resolveAccessEntry(
  props: Given<AccessEntryProps>,
  environment: Environment,
  problems: Problems,
): AccessEntryInput | undefined {
  judgePrincipals(props, problems);
  const partition = environment.platform === 'eks' ? environment.partition : 'aws';
  const policies = (props.policies ?? []).map((policy) => associated(policy, props.reason, partition, problems));
  const principalArn = environment.platform === 'eks' ? principalOf(props, environment, problems) : ANYBODY;
  if (environment.platform === 'eks') judgeMode(environment, problems);
  const { type, groups, username, tags } = props;
  const entry: AccessEntryInput = {
    clusterName: environment.clusterName,
    principalArn: principalArn ?? ANYBODY,
    ...defined({
      type: type === 'STANDARD' ? undefined : type,
      kubernetesGroups: groups,
      username,
      tags,
      accessPolicies: props.policies === undefined ? undefined : policies,
    }),
  };
  for (const { what, fix } of wrongEntry(entry)) problems.add(what, fix);
  return environment.platform === 'eks' && principalArn !== undefined ? entry : undefined;
}

function judgePrincipals(
  { iamRole, iamUser, type = 'STANDARD', groups }: Given<AccessEntryProps>,
  problems: Problems,
): void {
  problems.unless(
    (iamRole === undefined) !== (iamUser === undefined),
    iamRole === undefined ? 'neither iamRole nor iamUser is given.' : 'iamRole and iamUser are given both.',
    'give one of them: an entry is for one principal.',
  );
  if (iamUser !== undefined) judgeIamUser(iamUser, problems);
  problems.unless(
    iamUser === undefined || type === 'STANDARD' || !Object.hasOwn(ACCESS_ENTRY_TYPES, type),
    `an entry of type ${type} is for nodes, which have a role, and iamUser is given.`,
    'give iamRole.',
  );
  const again = (groups ?? []).find((group, i) => groups?.indexOf(group) !== i);
  problems.unless(again === undefined, `the group "${again}" is given twice.`, 'give it once.');
}

function principalOf(
  props: Given<AccessEntryProps>,
  environment: EksEnvironment,
  problems: Problems,
): string | undefined {
  if (props.iamRole !== undefined) return roleArnOf(props.iamRole, environment, problems);
  return props.iamUser === undefined ? undefined : userArnOf(props.iamUser, environment);
}

function judgeMode(environment: EksEnvironment, problems: Problems): void {
  problems.unless(
    authenticationModeOf(environment) !== 'CONFIG_MAP',
    `the authentication mode of environment ${environment.name} is CONFIG_MAP, in which EKS takes no access entries: nobody would get in by it.`,
    'change the cluster to API_AND_CONFIG_MAP, which cannot be taken back, and say so in environment.yaml.',
  );
}

function associated(
  { name, namespaces }: AccessPolicy,
  reason: string | undefined,
  partition: string,
  problems: Problems,
): AssociatedPolicy {
  const policy = Object.hasOwn(ACCESS_POLICIES, name) ? ACCESS_POLICIES[name] : undefined;
  const everywhere = namespaces === undefined;
  const needsReason = policy?.reason === 'always' || (policy?.reason === 'cluster' && everywhere);
  problems.unless(
    !needsReason || (reason ?? '').trim() !== '',
    policy?.reason === 'always'
      ? `the policy ${name} may do everything.`
      : `the policy ${name} on the whole cluster reads every Secret, and so may do everything.`,
    policy?.reason === 'always' ? 'give a smaller policy, or a reason.' : 'give namespaces, or a reason.',
  );
  return {
    policyArn: accessPolicyArn(partition, name),
    accessScope: { type: everywhere ? 'cluster' : 'namespace', ...defined({ namespaces }) },
  };
}
