import { wrongBlock } from '../../grammar/cidr';
import { list } from './annotation-lists';
import {
  type AnnotationValue,
  annotationValue,
  BOOLEAN,
  choice,
  type JudgedValue,
  TEXT,
  whole,
} from './annotation-values';
import { DEREGISTRATION_DELAY } from './load-balancer-values';

/** Names of attributes, and what AWS takes for each. */
export type Attributes = Readonly<Record<string, JudgedValue>>;

const OFF_OR_PERCENT = offOr(1, 100);
const OFF_OR_COUNT = offOr(1, 1000);

/**
 * Of a target group of a Network Load Balancer. Read on 2026-11-29.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html
 */
export const NLB_GROUP_ATTRIBUTES = {
  'deregistration_delay.connection_termination.enabled': BOOLEAN,
  'deregistration_delay.timeout_seconds': DEREGISTRATION_DELAY,
  'load_balancing.cross_zone.enabled': choice('true', 'false', 'use_load_balancer_configuration'),
  'preserve_client_ip.enabled': BOOLEAN,
  'proxy_protocol_v2.enabled': BOOLEAN,
  'stickiness.enabled': BOOLEAN,
  'stickiness.type': choice('source_ip'),
  'target_group_health.dns_failover.minimum_healthy_targets.count': OFF_OR_COUNT,
  'target_group_health.dns_failover.minimum_healthy_targets.percentage': OFF_OR_PERCENT,
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count': whole(1, 1000),
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage': OFF_OR_PERCENT,
  'target_health_state.unhealthy.connection_termination.enabled': BOOLEAN,
  'target_health_state.unhealthy.draining_interval_seconds': whole(0, 360_000),
} as const satisfies Attributes;

export const ROUTING_POLICY = choice(
  'any_availability_zone',
  'availability_zone_affinity',
  'partial_availability_zone_affinity',
);

/**
 * Of a Network Load Balancer. Read on 2026-11-29.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
 */
export const NLB_ATTRIBUTES = {
  'access_logs.s3.bucket': TEXT,
  'access_logs.s3.enabled': BOOLEAN,
  'access_logs.s3.prefix': TEXT,
  'deletion_protection.enabled': BOOLEAN,
  'dns_record.client_routing_policy': ROUTING_POLICY,
  'ipv6.deny_all_igw_traffic': BOOLEAN,
  'load_balancing.cross_zone.enabled': BOOLEAN,
  'secondary_ips.auto_assigned.per_subnet': whole(0, 7),
  'zonal_shift.config.enabled': BOOLEAN,
} as const satisfies Attributes;

/**
 * Seconds until an idle TCP connection is forgotten.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html
 */
export const IDLE_TIMEOUT = whole(60, 6000);

export const NLB_LISTENER_ATTRIBUTES = { 'tcp.idle_timeout.seconds': IDLE_TIMEOUT } as const satisfies Attributes;

/** A policy by AWS's name; AWS adds some each year. */
export const TLS_POLICY = annotationValue<string>({
  words: 'a policy such as ELBSecurityPolicy-TLS13-1-2-2021-06',
  write: (value) => value,
  read: (text) => (/^ELBSecurityPolicy-[A-Za-z0-9-]+$/.test(text) ? text : undefined),
});

/**
 * Policies of TLS listeners of a Network Load Balancer, as far as they are known. Read on 2026-11-29.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html
 */
export const TLS_POLICIES: readonly string[] = [
  'ELBSecurityPolicy-TLS13-1-3-2021-06',
  'ELBSecurityPolicy-TLS13-1-2-2021-06',
  'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
  'ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06',
  'ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06',
  'ELBSecurityPolicy-TLS13-1-1-2021-06',
  'ELBSecurityPolicy-TLS13-1-0-2021-06',
  'ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04',
  'ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04',
  'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04',
  'ELBSecurityPolicy-TLS-1-2-Ext-2018-06',
  'ELBSecurityPolicy-TLS-1-2-2017-01',
  'ELBSecurityPolicy-TLS-1-1-2017-01',
  'ELBSecurityPolicy-FS-1-2-Res-2020-10',
  'ELBSecurityPolicy-FS-1-2-Res-2019-08',
  'ELBSecurityPolicy-FS-1-2-2019-08',
  'ELBSecurityPolicy-FS-1-1-2019-08',
  'ELBSecurityPolicy-FS-2018-06',
  'ELBSecurityPolicy-2016-08',
];

/** `true` becomes a word, and `false` another one; undefined writes nothing for `false`. */
export function flag(on: string, off?: string): AnnotationValue<boolean> {
  return annotationValue<boolean>({
    words: off === undefined ? on : `${on} or ${off}`,
    typedWords: off === undefined ? 'true, or to be left out' : 'true or false',
    write: (value) => (value ? on : off),
    read: (text) => {
      if (text === on) return true;
      return text === off ? false : undefined;
    },
  });
}

/** Ports of a Service by number or name. */
export const SERVICE_PORTS = annotationValue<readonly (number | string)[]>({
  words: 'ports of the Service, by number or name, with commas between them',
  typedWords: 'ports of the Service, by number or name',
  write: (ports) => (ports.length === 0 ? undefined : ports.join(',')),
  read: (text) => {
    const items = text.split(',').flatMap((item) => item.trim() || []);
    return items.length === 0 ? undefined : items.map((item) => (/^\d+$/.test(item) ? Number(item) : item));
  },
});

/** Ports by number alone. */
export const PORT_NUMBERS = annotationValue<readonly number[]>({
  words: 'ports with commas between them',
  typedWords: 'ports by number',
  write: (ports) => (ports.length === 0 ? undefined : ports.join(',')),
  read: (text) => (/^\d+(\s*,\s*\d+)*$/.test(text) ? text.split(',').map(Number) : undefined),
});

const isIpv4 = (item: string) => !item.includes(':') && wrongBlock(`${item}/32`) === undefined;
const isIpv6 = (item: string) => item.includes(':') && wrongBlock(`${item}/128`) === undefined;

export const IPV4_ADDRESSES = list('addresses such as 10.0.0.5', (item) =>
  isIpv4(item) ? undefined : 'it is not an IPv4 address',
);
export const IPV6_ADDRESSES = list('addresses such as 2001:db8::5', (item) =>
  isIpv6(item) ? undefined : 'it is not an IPv6 address',
);
export const EIP_ALLOCATIONS = list('allocation ids such as eipalloc-0a', (item) =>
  /^eipalloc-[0-9a-z]+$/.test(item) ? undefined : 'it is not the id of an allocation',
);
export const IPV6_PREFIXES = list('/80 blocks or auto_assigned', (item) =>
  item === 'auto_assigned' || (item.endsWith('/80') && wrongBlock(item) === undefined)
    ? undefined
    : 'it is neither a /80 block nor auto_assigned',
);

function offOr(min: number, max: number): AnnotationValue<number | 'off'> {
  const numbers = whole(min, max);
  return annotationValue<number | 'off'>({
    words: `off or ${numbers.words}`,
    write: String,
    read: (text) => (text === 'off' ? text : numbers.read(text)),
  });
}
