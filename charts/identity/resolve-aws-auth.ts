import { NODE_MAPPINGS, withoutPath } from '../../src/knowledge/aws/aws-auth';
import { wrongUsername } from '../../src/model/access-entry-limits';
import { authenticationModeOf } from '../../src/model/authentication-mode';
import type { EksEnvironment, Environment } from '../../src/model/environment';
import type { HasNode } from '../../src/model/environment-context';
import { type Problems, refusal } from '../shared/problems';
import type { AwsAuthMappingProps, MappedNames } from './aws-auth-mapping-props';
import { roleArnOf } from './iam-role';
import { judgeIamUser, userArnOf } from './iam-user';

/** One entry of the mapping. */
export interface AwsAuthEntry {
  readonly arn: string;
  readonly username: string;
  readonly groups: readonly string[];
}

export interface AwsAuthData {
  readonly mapRoles: readonly AwsAuthEntry[];
  readonly mapUsers: readonly AwsAuthEntry[];
}

/** Undefined on a plain cluster. */
export function resolveAwsAuth(
  props: AwsAuthMappingProps,
  environment: Environment,
  problems: Problems,
): AwsAuthData | undefined {
  const { nodes, roles = [], users = [] } = props;
  problems.unless(
    nodes.length > 0,
    'nodes is empty: no node of the cluster would get in, and all become NotReady.',
    'name every role of nodes that the cluster has.',
  );
  for (const { iamUser } of users) judgeIamUser(iamUser, problems);
  for (const names of [...roles, ...users]) judgeNames(names, props.reason, problems);
  if (environment.platform !== 'eks') return undefined;
  judgeMode(environment, problems);
  const roleOf = (iamRole: string) => withoutPath(roleArnOf(iamRole, environment, problems) ?? '');
  const mapRoles = [
    ...nodes.map(({ iamRole, kind = 'linux' }) => ({ arn: roleOf(iamRole), ...NODE_MAPPINGS[kind] })),
    ...roles.map(({ iamRole, username, groups = [] }) => ({ arn: roleOf(iamRole), username, groups })),
  ];
  const mapUsers = users.map(({ iamUser, username, groups = [] }) => ({
    arn: userArnOf(iamUser, environment),
    username,
    groups,
  }));
  judgeTwice([...mapRoles, ...mapUsers], problems);
  return { mapRoles, mapUsers };
}

/**
 * Before anything else: to propose the two words without what they do would be the wrong help.
 * @throws ToolError APP_RENDER where other words are given
 */
export function judgeConsent(construct: HasNode, { legacy, replaces }: AwsAuthMappingProps): void {
  if ((legacy ?? 'aws-auth') === 'aws-auth' && (replaces ?? 'whole ConfigMap') === 'whole ConfigMap') return;
  throw refusal(
    construct,
    'EKS and its tools write the ConfigMap aws-auth too; what is not in the rendered one is lost, nodes become NotReady and people are locked out.',
    "use AccessEntry; where the cluster takes none, write legacy: 'aws-auth' and replaces: 'whole ConfigMap'.",
  );
}

function judgeNames({ username, groups = [] }: MappedNames, reason: string | undefined, problems: Problems): void {
  const wrong = wrongUsername(username);
  if (wrong !== undefined) problems.add(wrong.what, wrong.fix);
  problems.unless(
    !groups.includes('system:masters') || (reason ?? '').trim() !== '',
    `${username} gets the group system:masters, which may do everything.`,
    'name a group of your own, or give a reason.',
  );
}

function judgeMode(environment: EksEnvironment, problems: Problems): void {
  problems.unless(
    authenticationModeOf(environment) !== 'API',
    `the authentication mode of environment ${environment.name} is API, in which EKS reads access entries alone: nobody would get in by aws-auth.`,
    'use AccessEntry.',
  );
}

function judgeTwice(entries: readonly AwsAuthEntry[], problems: Problems): void {
  const seen = new Set<string>();
  for (const { arn } of entries) {
    problems.unless(
      arn === '' || !seen.has(arn),
      `${arn} is mapped twice; the authenticator takes one of the entries, and the rights of the other are missing.`,
      'put their groups together.',
    );
    seen.add(arn);
  }
}
