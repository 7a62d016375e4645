import { awsId } from '../../../grammar/aws-id';
import { CLUSTER_GROUP, GROUPS_PER_INTERFACE } from '../../../knowledge/aws/security-groups';
import type { EksEnvironment } from '../../../model/environment';
import { at, listAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { isOnFargate, noPodGroups, selectedByPolicy } from '../../reads/pod-groups';

const GROUP_IDS = ['spec', 'securityGroups', 'groupIds'] as const;
const PENDING = 'New Pods that it selects do not start.';

export const validSecurityGroupPolicy: ObjectRule = {
  id: 'eks/valid-security-group-policy',
  severity: 'error',
  summary: 'A SecurityGroupPolicy selects Pods that can have security groups, and names groups that let DNS through.',
  why: 'The server takes nearly every SecurityGroupPolicy, and what is wrong shows when a Pod starts: it stays Pending, keeps the groups of its node, or reaches no DNS. Running Pods change nothing until they are replaced.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/security-groups-for-pods.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups',
  ],
  kinds: ['vpcresources.k8s.aws/SecurityGroupPolicy'],
  check(object, context, tell) {
    const groups = listAt(object.value, ...GROUP_IDS).map(String);
    judgeGroups(groups, tell);
    if (
      at(object.value, 'spec', 'podSelector') === undefined &&
      at(object.value, 'spec', 'serviceAccountSelector') === undefined
    )
      tell({
        path: ['spec'],
        what: 'it has neither podSelector nor serviceAccountSelector, so it selects no Pod and its groups protect nothing.',
        fix: 'give one of them; `podSelector: {}` selects every Pod of the namespace.',
      });
    if (context.environment.platform !== 'eks') return;
    judgeClusterGroup(groups, context.environment, tell);
    judgePods(object, context.environment, context, tell);
  },
};

function judgeGroups(groups: readonly string[], tell: Tell): void {
  const { quota, most } = GROUPS_PER_INTERFACE;
  if (groups.length === 0)
    tell({ path: GROUP_IDS, what: `it names no security group. ${PENDING}`, fix: 'name at least one.' });
  if (groups.length > quota)
    tell({
      path: GROUP_IDS,
      found: String(groups.length),
      wanted: `at most ${quota}`,
      severity: groups.length > most ? 'error' : 'warning',
      what:
        groups.length > most
          ? `it names ${groups.length} security groups, and a network interface has at most ${most}. ${PENDING}`
          : `it names ${groups.length} security groups, and a network interface has ${quota} unless AWS raised the quota of the account. ${PENDING}`,
      fix: 'put their rules together.',
    });
  for (const [index, group] of groups.entries()) {
    if (awsId('sg').test(group)) continue;
    tell({
      path: [...GROUP_IDS, index],
      found: group,
      what: `"${group}" is not the id of a security group. ${PENDING}`,
      fix: 'write an id such as sg-0123456789abcdef0.',
    });
  }
}

/** Groups of one's own may let DNS and probes through as well, so that this is a warning. */
function judgeClusterGroup(groups: readonly string[], { network, facts }: EksEnvironment, tell: Tell): void {
  const own = network.securityGroups[CLUSTER_GROUP] ?? facts?.cluster.clusterSecurityGroupId;
  if (own === undefined || groups.length === 0 || groups.includes(own)) return;
  tell({
    path: GROUP_IDS,
    found: groups.join(', '),
    wanted: own,
    severity: 'warning',
    what: `the cluster's own security group ${own} is not among its groups. Unless they let port 53 to CoreDNS and the probes of the kubelet through, Pods resolve no names and are never ready.`,
    fix: `add ${own}.`,
  });
}

function judgePods(object: RenderedObject, environment: EksEnvironment, { index }: CheckContext, tell: Tell): void {
  const reason = noPodGroups(environment);
  for (const template of selectedByPolicy(object, index)) {
    const pods = `Pods of ${template.owner.kind} ${template.owner.name}`;
    if (at(template.spec, 'hostNetwork') === true)
      tell({
        path: ['spec'],
        severity: 'warning',
        what: `it selects the ${pods}, which use the network of their host (hostNetwork) and keep the groups of the node.`,
        fix: 'leave hostNetwork out, or select other Pods.',
      });
    else if (reason !== undefined && !isOnFargate(template, environment))
      tell({
        path: ['spec'],
        what: `it selects the ${pods}, and ${reason}. They stay Pending, or have no groups of their own.`,
        fix: 'run them on Fargate or on other nodes, or remove the policy.',
      });
  }
}
