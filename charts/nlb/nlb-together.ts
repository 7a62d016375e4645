import type { NlbSettings } from '../../src/knowledge/aws/nlb-settings';
import type { Problems } from '../shared/problems';
import type { NlbInput } from './nlb-input';
import { judgeNlbListeners } from './nlb-listeners-together';

/** Properties that are right each, and wrong together. */
export function judgeNlbTogether(input: NlbInput, problems: Problems): void {
  const { props, settings } = input;
  judgeAddresses(settings, problems);
  judgeIpv6(settings, problems);
  judgeSecurityGroups(props, problems);
  judgeNlbListeners(input, problems);
  problems.unless(
    settings.targetNodeLabels === undefined || settings.targetType === 'instance',
    'targetNodeLabels choose nodes, and the targets of targetType ip are Pods: the labels count for nothing.',
    'set targetType: instance, or leave them out.',
  );
  problems.unless(
    props.externalTrafficPolicy === undefined || settings.targetType === 'instance',
    'externalTrafficPolicy is about traffic that reaches a node first; with targetType ip it reaches the Pods and the policy counts for nothing.',
    'leave it out, or set targetType: instance.',
  );
  problems.unless(
    !(props.proxyProtocol === true && settings.targetType === 'instance' && props.externalTrafficPolicy === 'Local'),
    'proxyProtocol with targetType instance and externalTrafficPolicy Local: the health check carries the header too, kube-proxy does not read it, and no target is ever healthy.',
    'set targetType: ip.',
  );
}

const ONE_EACH = [
  ['elasticIps', 'scheme', 'internet-facing'],
  ['privateIpv4Addresses', 'scheme', 'internal'],
  ['ipv6Addresses', 'ipAddressType', 'dualstack'],
  ['ipv6SourceNatPrefixes', 'ipAddressType', 'dualstack'],
] as const;

/** Lists of addresses: for one kind of load balancer each, and one address for each subnet. */
function judgeAddresses(settings: NlbSettings, problems: Problems): void {
  const is = { scheme: settings.scheme ?? 'internal', ipAddressType: settings.ipAddressType ?? 'ipv4' };
  for (const [name, property, wanted] of ONE_EACH) {
    const list = settings[name];
    if (list === undefined) continue;
    problems.unless(
      is[property] === wanted,
      `${name} are for a load balancer whose ${property} is ${wanted}, and this one’s is ${is[property]}; the controller stops there, and no load balancer is made.`,
      `set ${property}: ${wanted}, or leave ${name} out.`,
    );
    const subnets = settings.subnets?.length;
    problems.unless(
      subnets !== undefined && subnets === list.length,
      `${name} lists ${list.length}, and subnets ${subnets ?? 'is left out'}: each subnet needs one, in the same order, or no load balancer is made.`,
      'list as many subnets as addresses.',
    );
  }
}

function judgeIpv6(settings: NlbSettings, problems: Problems): void {
  const { ipv6SourceNat = false, ipAddressType = 'ipv4', ipv6SourceNatPrefixes } = settings;
  problems.unless(
    !ipv6SourceNat || ipAddressType === 'dualstack',
    'ipv6SourceNat needs addresses of IPv6; the controller stops there, and no load balancer is made.',
    'set ipAddressType: dualstack.',
  );
  problems.unless(
    ipv6SourceNatPrefixes === undefined || ipv6SourceNat,
    'ipv6SourceNatPrefixes without ipv6SourceNat; the controller stops there, and no load balancer is made.',
    'set ipv6SourceNat: true.',
  );
}

function judgeSecurityGroups(props: NlbSettings, problems: Problems): void {
  const { securityGroups, withoutSecurityGroup } = props;
  for (const name of ['sourceRanges', 'securityGroupPrefixLists'] as const)
    problems.unless(
      securityGroups === undefined || props[name] === undefined,
      `${name} has no effect beside securityGroups: those decide who may connect.`,
      'leave one of them out.',
    );
  problems.unless(
    props.manageBackendSecurityGroupRules === undefined || securityGroups !== undefined,
    'manageBackendSecurityGroupRules has no effect without securityGroups.',
    'leave it out: the controller’s own group is opened anyway.',
  );
  problems.unless(
    withoutSecurityGroup !== true || (securityGroups === undefined && props.securityGroupPrefixLists === undefined),
    'withoutSecurityGroup stands beside security groups: the load balancer can have none or those, and what it is made with cannot be changed.',
    'leave one of them out.',
  );
}
