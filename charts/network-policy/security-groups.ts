import { awsId } from '../../src/grammar/aws-id';
import { CLUSTER_GROUP, GROUPS_PER_INTERFACE } from '../../src/knowledge/aws/security-groups';
import type { EksEnvironment } from '../../src/model/environment';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';

/**
 * Ids of groups that an app names; the cluster's own group comes first, unless it is left out.
 * @param clusterGroup whether it is there; 'always' where nobody can leave it out
 */
export function securityGroupIds(
  groups: readonly string[],
  clusterGroup: boolean | 'always',
  environment: EksEnvironment,
  problems: Problems,
): readonly string[] {
  problems.unless(
    groups.length > 0,
    'there are no securityGroups; the server refuses a policy without them.',
    'name at least one, or leave the policy out.',
  );
  const own = clusterGroup === false ? [] : [clusterGroupId(environment, clusterGroup, problems)];
  const ids = [...new Set([...own, ...groups.map((group) => groupId(group, environment, problems))])];
  problems.unless(
    ids.length <= GROUPS_PER_INTERFACE.most,
    `there are ${ids.length} security groups, and a network interface has at most ${GROUPS_PER_INTERFACE.most}: no Pod would start.`,
    'put their rules together.',
  );
  return ids;
}

function groupId(group: string, { name, network }: EksEnvironment, problems: Problems): string {
  if (group.startsWith('sg-')) {
    problems.unless(
      awsId('sg').test(group),
      `"${group}" is not the id of a security group; Pods that the policy selects would never start.`,
      'write an id such as sg-0123456789abcdef0, or a name under network.securityGroups.',
    );
    return group;
  }
  const known = network.securityGroups;
  const id = Object.hasOwn(known, group) ? known[group] : undefined;
  problems.unless(
    id !== undefined,
    `environment ${name} declares no security group "${group}".${didYouMean(group, Object.keys(known))}`,
    'declare it under network.securityGroups in environment.yaml.',
  );
  return id ?? '';
}

function clusterGroupId({ name, network }: EksEnvironment, given: true | 'always', problems: Problems): string {
  const way =
    given === 'always' ? 'or make a SecurityGroupPolicy with clusterGroup: false' : 'or say clusterGroup: false';
  const id = Object.hasOwn(network.securityGroups, CLUSTER_GROUP) ? network.securityGroups[CLUSTER_GROUP] : undefined;
  problems.unless(
    id !== undefined,
    `environment ${name} does not say which security group is the cluster's own: without it Pods reach no DNS, and probes do not reach them.`,
    `declare it as network.securityGroups.${CLUSTER_GROUP}, ${way} where your groups let both through.`,
  );
  return id ?? '';
}
