import { cidrProblem } from '../network-policy/cidr';
import type { Problems } from '../shared/problems';
import type { AlbSettings } from './alb-settings';

const NAME = /^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/;
const GROUP = /^([a-z0-9][-a-z0-9.]*)?[a-z0-9]$/;
const WEB_ACL = /^(none|arn:[\w-]+:wafv2:[\w-]+:\d{12}:regional\/webacl\/[^/]+\/[\w-]+)$/;

/** What the controller or AWS refuses, for the whole group, whatever the environment. */
export function limitProblems(settings: AlbSettings, problems: Problems): void {
  const { group, loadBalancerName: name, wafAclArn: acl } = settings;
  problems.unless(
    name === undefined || NAME.test(name),
    `loadBalancerName "${name}" is no name for a load balancer.`,
    'use at most 32 letters, digits and inner hyphens.',
  );
  problems.unless(
    group === undefined || (GROUP.test(group.name) && group.name.length <= 63),
    `group name "${group?.name}" is refused by the controller.`,
    'use at most 63 lower-case letters, digits, inner hyphens and dots.',
  );
  const order = group?.order ?? 0;
  problems.unless(
    Number.isInteger(order) && order >= -1000 && order <= 1000,
    `group order ${order} is outside −1000 to 1000.`,
    'choose one inside.',
  );
  for (const cidr of settings.inboundCidrs ?? []) cidrProblem(cidr, problems);
  problems.unless(
    settings.securityGroups === undefined || settings.inboundCidrs === undefined,
    'inboundCidrs has no effect beside securityGroups: those decide who may call.',
    'leave one of them out.',
  );
  problems.unless(
    settings.manageBackendSecurityGroupRules === undefined || settings.securityGroups !== undefined,
    'manageBackendSecurityGroupRules has no effect without securityGroups.',
    'leave it out: the controller’s own group is opened anyway.',
  );
  problems.unless(
    settings.subnets === undefined || settings.subnets.length >= 2,
    `subnets names ${settings.subnets?.length}; a load balancer needs two zones.`,
    'name one per zone, or leave it out.',
  );
  problems.unless(
    acl === undefined || WEB_ACL.test(acl),
    `wafAclArn "${acl}" is no regional web ACL; a load balancer takes no other.`,
    'write it like arn:aws:wafv2:<region>:<account>:regional/webacl/<name>/<id>, or none.',
  );
  for (const map of ['tags', 'loadBalancerAttributes', 'targetGroupAttributes'] as const)
    mapProblems(map, settings[map] ?? {}, problems);
}

/** Keys that would split the annotation elsewhere, and tags that are not ours to set. */
function mapProblems(name: string, map: Readonly<Record<string, string>>, problems: Problems): void {
  for (const key of Object.keys(map)) {
    problems.unless(
      key !== '' && !/[=,\\]/.test(key),
      `${name} holds the key "${key}", which the annotation cannot carry.`,
      'use a key without =, comma and backslash.',
    );
    problems.unless(
      name !== 'tags' || !/^(aws:|elbv2\.k8s\.aws\/|ingress\.k8s\.aws\/)/.test(key),
      `tag "${key}" belongs to ${key.startsWith('aws:') ? 'AWS' : 'the controller'}, which refuses it from others.`,
      'use a key of your own.',
    );
  }
}
