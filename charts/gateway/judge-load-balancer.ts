import { wrongCidr } from '../../src/grammar/cidr';
import { FIRST_PORT, LAST_PORT } from '../../src/grammar/port';
import { ALB_SETTINGS, type AlbSettings } from '../../src/knowledge/aws/alb-settings';
import { judgeSettings } from '../../src/knowledge/aws/setting-row';
import { defined } from '../../src/model/defined';
import type { Problems } from '../shared/problems';
import type {
  ListenerConfiguration,
  LoadBalancerConfigurationProps,
  LoadBalancerSubnet,
} from './load-balancer-configuration-props';

/** What the controller or AWS would refuse, or pass over without a word. */
export function judgeLoadBalancer(props: LoadBalancerConfigurationProps, problems: Problems): void {
  judgeAsIngress(props, problems);
  judgeSubnets(props, problems);
  judgeGroups(props, problems);
  judgeListeners(props.listeners ?? [], problems);
  problems.integer('capacityUnits', props.capacityUnits, 1);
}

/** What an Ingress says by annotations has the same ranges here. */
function judgeAsIngress(props: LoadBalancerConfigurationProps, problems: Problems): void {
  const { scheme = 'internal', loadBalancerName, ipAddressType, loadBalancerAttributes, tags, wafAclArn } = props;
  const same: AlbSettings = {
    scheme,
    ...defined({ loadBalancerName, ipAddressType, loadBalancerAttributes, tags, wafAclArn }),
  };
  judgeSettings(
    ALB_SETTINGS,
    same,
    () => undefined,
    ({ property, value, wanted, why }) =>
      problems.add(
        `${property} is ${JSON.stringify(value)}, and the load balancer controller wants ${wanted}${why}.`,
        `use ${wanted}.`,
      ),
  );
  problems.unless(
    wafAclArn !== 'none',
    'wafAclArn is "none", which annotations of an Ingress take and nothing else does.',
    'leave wafAclArn out.',
  );
}

/** Which keys of a subnet want what of the load balancer. */
const SUBNET_KEYS = [
  ['eipAllocation', 'internet-facing load balancers', ({ scheme }) => scheme === 'internet-facing'],
  ['privateIPv4Allocation', 'internal load balancers', ({ scheme = 'internal' }) => scheme === 'internal'],
  ['ipv6Allocation', 'dualstack load balancers', ({ ipAddressType = 'ipv4' }) => ipAddressType !== 'ipv4'],
  ['sourceNatIPv6Prefix', 'dualstack load balancers', ({ ipAddressType = 'ipv4' }) => ipAddressType !== 'ipv4'],
] as const satisfies readonly (readonly [
  keyof LoadBalancerSubnet,
  string,
  (props: LoadBalancerConfigurationProps) => boolean,
])[];

function judgeSubnets(props: LoadBalancerConfigurationProps, problems: Problems): void {
  const { subnets, subnetTags } = props;
  problems.unless(
    subnets === undefined || subnetTags === undefined,
    'subnets and subnetTags are both given; the controller would not look at the tags.',
    'leave one of them out.',
  );
  problems.unless(subnets?.length !== 0, 'subnets is empty.', 'name two, or leave it out.');
  for (const [key, what, fits] of SUBNET_KEYS) {
    const given = (subnets ?? []).filter((subnet) => subnet[key] !== undefined);
    if (given.length === 0) continue;
    problems.unless(
      given.length === subnets?.length,
      `${key} is given for ${given.length} of ${subnets?.length} subnets; the controller takes all or none.`,
      'give it for each of them.',
    );
    problems.unless(
      fits(props),
      `${key} is for ${what}, and this one is another; the controller stops.`,
      `leave ${key} out.`,
    );
  }
}

function judgeGroups(props: LoadBalancerConfigurationProps, problems: Problems): void {
  const { securityGroups, sourceRanges, securityGroupPrefixes, manageBackendSecurityGroupRules } = props;
  for (const block of sourceRanges ?? []) {
    const wrong = wrongCidr(block);
    problems.unless(wrong === undefined, `sourceRanges has "${block}": ${wrong}.`, 'write it like 10.0.0.0/8.');
  }
  for (const [name, value] of Object.entries({ sourceRanges, securityGroupPrefixes }))
    problems.unless(
      securityGroups === undefined || value === undefined,
      `${name} has no effect beside securityGroups: those decide who may call.`,
      'leave one of them out.',
    );
  problems.unless(
    securityGroupPrefixes === undefined || sourceRanges !== undefined || securityGroups !== undefined,
    'securityGroupPrefixes comes beside sourceRanges, whose default is everybody: the prefix lists would keep nobody out.',
    'give sourceRanges too; [] lets only the prefix lists in.',
  );
  problems.unless(
    manageBackendSecurityGroupRules === undefined || securityGroups !== undefined,
    'manageBackendSecurityGroupRules has no effect without securityGroups.',
    'leave it out: the controller’s own group is opened anyway.',
  );
}

function judgeListeners(listeners: readonly ListenerConfiguration[], problems: Problems): void {
  const seen = new Set<string>();
  for (const listener of listeners) {
    const { protocol, port, certificateArns, mutualAuthentication, alpnPolicy, quicEnabled } = listener;
    const name = `${protocol}:${port}`;
    problems.integer(`the port of listener ${name}`, port, FIRST_PORT, LAST_PORT);
    problems.unless(!seen.has(name), `listener ${name} is given twice; the server refuses it.`, 'keep one of them.');
    seen.add(name);
    const speaksTls = protocol === 'HTTPS' || protocol === 'TLS';
    problems.unless(
      certificateArns === undefined || (speaksTls && certificateArns.length > 0),
      `listener ${name} has ${certificateArns?.length === 0 ? 'an empty list of certificates' : 'certificates, and does not speak TLS'}.`,
      'give certificateArns to HTTPS and TLS only, one at least.',
    );
    problems.unless(
      alpnPolicy === undefined || alpnPolicy === 'None' || protocol === 'TLS',
      `listener ${name} has an alpnPolicy, which is for TLS on an NLB.`,
      'leave it out.',
    );
    problems.unless(
      quicEnabled !== true || protocol === 'UDP' || protocol === 'TCP_UDP',
      `listener ${name} is to speak QUIC, which runs over UDP.`,
      'use protocol UDP or TCP_UDP.',
    );
    if (mutualAuthentication !== undefined) judgeMutual(mutualAuthentication, protocol, name, problems);
  }
}

function judgeMutual(
  { mode, trustStore, ...rest }: NonNullable<ListenerConfiguration['mutualAuthentication']>,
  protocol: ListenerConfiguration['protocol'],
  name: string,
  problems: Problems,
): void {
  problems.unless(
    protocol === 'HTTPS',
    `listener ${name} asks for certificates of clients, which HTTPS alone does.`,
    'leave mutualAuthentication out.',
  );
  problems.unless(
    (mode === 'verify') === (trustStore !== undefined),
    `listener ${name} has mutual authentication ${mode} ${trustStore === undefined ? 'without' : 'with'} a trust store.`,
    'give trustStore with verify, and with verify only.',
  );
  problems.unless(
    mode === 'verify' || Object.values(rest).every((value) => value === undefined),
    `listener ${name} says how certificates are verified, and its mode is ${mode}.`,
    'use mode verify, or leave it out.',
  );
}
