import type { AccessEntryInput } from '../../../knowledge/aws/access-entries';
import { ACCESS_POLICIES, accessPolicyArn } from '../../../knowledge/aws/access-entries';
import { wrongEntry } from '../../../model/access-entry-limits';
import type { ClusterAccessEntry } from '../../../model/cluster/access';
import { defined } from '../../../model/defined';
import { type FieldPath, textAt } from '../../../model/json';
import type { Path } from '../plain-data';
import type { EksSettings } from '../schema';
import { repeats, type Say } from './rule';

/** Who gets in: one principal an entry, what EKS takes of it, and a mode in which the cluster asks for it. */
export function clusterAccessProblems({ identity, accountId, clusterName }: EksSettings, say: Say): void {
  const { accessEntries = [], podIdentityAssociations = [], awsAuth = [] } = identity;
  modeProblems(identity, say);
  principalProblems(accessEntries, identity.iamRoles, ['identity', 'accessEntries'], say);
  principalProblems(awsAuth, identity.iamRoles, ['identity', 'awsAuth'], say);
  for (const [index, entry] of accessEntries.entries()) {
    reasonProblem(entry, ['identity', 'accessEntries', index], say);
    const role = entry.iamRole === undefined ? undefined : identity.iamRoles[entry.iamRole];
    const input = inputOf(entry, clusterName, principalOf(entry, role, accountId));
    for (const { path, what, fix } of wrongEntry(input))
      say(['identity', 'accessEntries', index, ...settingOf(path)], what, fix);
  }
  repeats(
    podIdentityAssociations,
    ({ namespace, serviceAccount }) => `${namespace}/${serviceAccount}`,
    ({ namespace, serviceAccount }, index) =>
      say(
        ['identity', 'podIdentityAssociations', index],
        `${namespace}/${serviceAccount} is already in the list; EKS refuses a second role.`,
        'remove one.',
      ),
  );
}

/** What may do everything is said with a reason, as `AccessEntry` wants it. */
function reasonProblem({ policies, reason }: ClusterAccessEntry, path: Path, say: Say): void {
  if (reason !== undefined) return;
  const mighty = policies.findIndex(({ name, namespaces }) => {
    const needs = ACCESS_POLICIES[name].reason;
    return needs === 'always' || (needs === 'cluster' && namespaces === undefined);
  });
  const policy = policies[mighty];
  if (policy === undefined) return;
  const message = `${policy.name} may do everything, or reads every Secret and so may do everything, and nobody says why.`;
  say([...path, 'policies', mighty], message, 'give a smaller policy, or a `reason`.');
}

function modeProblems(
  { accessEntries = [], awsAuth = [], authenticationMode }: EksSettings['identity'],
  say: Say,
): void {
  if (authenticationMode === 'CONFIG_MAP' && accessEntries.length > 0) {
    const message =
      'access entries are listed, and the mode is CONFIG_MAP, in which EKS takes none: nobody gets in by them.';
    say(
      ['identity', 'accessEntries'],
      message,
      'set authenticationMode: API_AND_CONFIG_MAP, which cannot be taken back.',
    );
  }
  if (authenticationMode === 'API' && awsAuth.length > 0) {
    const message =
      'lines of aws-auth are listed, and the mode is API, in which EKS does not read them: nobody gets in by them.';
    say(['identity', 'awsAuth'], message, 'make access entries of them.');
  }
}

type Principal = Pick<ClusterAccessEntry, 'iamRole' | 'iamUser'>;

function principalProblems(
  lines: readonly Principal[],
  roles: Readonly<Record<string, string>>,
  path: Path,
  say: Say,
): void {
  for (const [index, { iamRole, iamUser }] of lines.entries()) {
    if ((iamRole === undefined) !== (iamUser === undefined)) continue;
    const message =
      iamRole === undefined ? 'neither iamRole nor iamUser is given.' : 'iamRole and iamUser are given both.';
    say([...path, index], message, 'give one of them.');
  }
  repeats(
    lines,
    ({ iamRole = '', iamUser = '' }) => `${textAt(roles, iamRole) ?? iamRole} ${iamUser}`,
    ({ iamRole, iamUser }, index) =>
      say([...path, index], `${iamRole ?? iamUser ?? 'nobody'} is already in the list.`, 'put both together.'),
  );
}

/** The partition matters to no check of it. */
function principalOf({ iamUser }: ClusterAccessEntry, role: string | undefined, accountId: string): string {
  if (role?.startsWith('arn:')) return role;
  const kind = iamUser === undefined ? `role/${role ?? 'anybody'}` : `user/${iamUser}`;
  return `arn:aws:iam::${accountId}:${kind}`;
}

function inputOf(entry: ClusterAccessEntry, clusterName: string, principalArn: string): AccessEntryInput {
  const { type, groups, username, policies } = entry;
  return {
    clusterName,
    principalArn,
    type,
    kubernetesGroups: groups,
    ...defined({ username }),
    accessPolicies: policies.map(({ name, namespaces }) => ({
      policyArn: accessPolicyArn('aws', name),
      accessScope: { type: namespaces === undefined ? 'cluster' : 'namespace', ...defined({ namespaces }) },
    })),
  };
}

/** What ACK and EKS call a field is another word in the settings. */
const WORDS: Readonly<Record<string, string>> = {
  kubernetesGroups: 'groups',
  accessPolicies: 'policies',
  policyARN: 'name',
  principalARN: 'iamRole',
};

function settingOf(path: FieldPath): readonly (string | number)[] {
  return path
    .filter((one) => one !== 'accessScope')
    .map((one) => (typeof one === 'string' ? (WORDS[one] ?? one) : one));
}
