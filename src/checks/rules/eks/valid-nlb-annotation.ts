import { ownOf } from '../../../grammar/own';
import { bareNlbKey, nlbKey } from '../../../knowledge/aws/nlb-annotation';
import { NLB_CLASS, NLB_KEYS, NLB_NAMES, nlbAnnotation } from '../../../knowledge/aws/nlb-annotations';
import { misspeltNames } from '../../../model/attribute-names';
import type { Environment } from '../../../model/environment';
import { at } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule, Tell } from '../../engine/rule';
import {
  type LoadBalancerService,
  loadBalancerService,
  NLB_STOPS,
  nlbList,
  nlbPath,
  nlbText,
} from '../../reads/nlb-service';

/** No value of a Service's annotation hangs on another. */
const NO_SIBLINGS = () => undefined;

export const validNlbAnnotation: ObjectRule = {
  id: 'eks/valid-nlb-annotation',
  severity: 'error',
  summary: 'The annotations of a Network Load Balancer are ones its controller reads, and go together.',
  why: 'The controller ignores a misspelt key and some wrong values without an event. At other values it stops, and the Service gets no load balancer.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/service/annotations/',
    'https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-nlb.html',
  ],
  kinds: ['Service'],
  check(object, { environment }, tell) {
    const service = loadBalancerService(object);
    if (service === undefined || !service.isNlb) return;
    for (const annotation of Object.keys(service.annotations)) {
      const key = bareNlbKey(annotation);
      if (key !== undefined) judgeKey(service, key, String(service.annotations[annotation]), tell);
      else judgeOtherPrefix(annotation, tell);
    }
    addresses(service, tell);
    discovered(service, environment, tell);
    nodePorts(service, tell);
  },
};

function judgeKey(service: LoadBalancerService, key: string, text: string, tell: Tell): void {
  const row = nlbAnnotation(key);
  if (row === undefined) return unknownKey(key, tell);
  if (row.autoMode === false && service.class === NLB_CLASS.autoMode) notOfAutoMode(key, tell);
  const wanted = row.value.wants(text, NO_SIBLINGS);
  if (wanted !== undefined)
    tell({
      path: nlbPath(key),
      found: text,
      wanted,
      what: `${key} is "${text}", and the controller wants ${wanted}${row.value.why(text)}: ${row.misread ?? NLB_STOPS}.`,
      fix: row.instead?.startsWith('nothing') === true ? 'remove it.' : `set ${wanted}.`,
    });
  const names = NLB_NAMES.get(row);
  if (names !== undefined && wanted === undefined) judgeNames(key, text, names, tell);
}

function judgeNames(key: string, text: string, known: readonly string[], tell: Tell): void {
  const names = text.split(',').map((pair) => pair.split('=')[0]?.trim() ?? '');
  for (const { name, meant } of misspeltNames(names, known))
    tell({
      path: nlbPath(key),
      found: name,
      wanted: meant,
      what: `${key} has the attribute "${name}", which AWS does not know and refuses. Did you mean "${meant}"?`,
      fix: `write ${meant}.`,
    });
}

function unknownKey(key: string, tell: Tell): void {
  tell({
    path: nlbPath(key),
    found: key,
    what: `the controller does not know the annotation ${nlbKey(key)} and ignores it without a word.${didYouMean(key, NLB_KEYS)}`,
    fix: 'correct or remove it.',
  });
}

const MISPLACED = /^(service\.(?:beta\.)?kubernetes\.io)\/aws-load-balancer-(.+)$/;

/**
 * Keys that look like the controller's, under a prefix where it does not look: its guide writes the key of actions with the
 * prefix of all others, and a comment in its code names a second prefix.
 */
function judgeOtherPrefix(annotation: string, tell: Tell): void {
  const [, prefix, key = ''] = MISPLACED.exec(annotation) ?? [];
  if (prefix === undefined || nlbAnnotation(key) === undefined) return;
  tell({
    path: ['metadata', 'annotations', annotation],
    found: annotation,
    wanted: nlbKey(key),
    ...(prefix.includes('beta') ? {} : { severity: 'warning' as const }),
    what: `the controller does not read ${annotation} and ignores it without a word; it looks for ${nlbKey(key)}.`,
    fix: `write ${nlbKey(key)}.`,
  });
}

const OF_AUTO_MODE: Readonly<Record<string, string>> = {
  'load-balancer-source-ranges': 'use spec.loadBalancerSourceRanges.',
  type: 'remove it: loadBalancerClass says it.',
  internal: 'use aws-load-balancer-scheme.',
  'proxy-protocol': 'use proxy_protocol_v2.enabled=true in aws-load-balancer-target-group-attributes.',
  'cross-zone-load-balancing-enabled': 'use load_balancing.cross_zone.enabled in aws-load-balancer-attributes.',
};

function notOfAutoMode(key: string, tell: Tell): void {
  tell({
    path: nlbPath(key),
    found: key,
    what: `EKS Auto Mode does not read ${nlbKey(key)}, and the load balancer is made without it.`,
    fix: ownOf(OF_AUTO_MODE, key) ?? 'use the access_logs.s3 attributes in aws-load-balancer-attributes.',
  });
}

/** Addresses are of one kind of load balancer each, and one for each subnet. */
const ADDRESSES = [
  ['eip-allocations', 'scheme', 'internet-facing', 'internal'],
  ['private-ipv4-addresses', 'scheme', 'internal', 'internal'],
  ['ipv6-addresses', 'ip-address-type', 'dualstack', 'ipv4'],
  ['source-nat-ipv6-prefixes', 'ip-address-type', 'dualstack', 'ipv4'],
] as const;

function addresses(service: LoadBalancerService, tell: Tell): void {
  const subnets = nlbList(service, 'subnets');
  for (const [key, of, wanted, usual] of ADDRESSES) {
    const list = nlbList(service, key);
    if (list.length === 0) continue;
    const is = nlbText(service, of) ?? usual;
    if (is !== wanted)
      tell({
        path: nlbPath(key),
        found: is,
        wanted,
        what: `${key} is for a load balancer that is ${wanted}, and this one is ${is}; ${NLB_STOPS}.`,
        fix: `set the ${of} to ${wanted}, or remove ${key}.`,
      });
    if (subnets.length > 0 && subnets.length !== list.length)
      tell({
        path: nlbPath(key),
        found: String(list.length),
        wanted: String(subnets.length),
        what: `${key} lists ${list.length}, and there are ${subnets.length} subnets; ${NLB_STOPS}.`,
        fix: 'list one for each subnet, in the same order.',
      });
  }
}

/** Without a list of subnets the controller takes one of each zone that it finds, and addresses have to be as many. */
function discovered(service: LoadBalancerService, environment: Environment, tell: Tell): void {
  if (environment.platform !== 'eks' || nlbList(service, 'subnets').length > 0) return;
  for (const [key, kind] of [
    ['eip-allocations', 'public'],
    ['private-ipv4-addresses', 'private'],
  ] as const) {
    const zones = new Set(environment.network.subnets[kind].map(({ availabilityZone }) => availabilityZone)).size;
    const count = nlbList(service, key).length;
    if (count === 0 || zones === 0 || count === zones) continue;
    tell({
      path: nlbPath(key),
      found: String(count),
      wanted: String(zones),
      severity: 'warning',
      what: `${key} lists ${count}, no subnets are named, and environment ${environment.name} has ${kind} subnets in ${zones} zones: where the controller finds all of them, the numbers differ and it stops.`,
      fix: 'list one for each zone, and name the subnets in the same order.',
    });
  }
}

function nodePorts(service: LoadBalancerService, tell: Tell): void {
  const target = nlbText(service, 'nlb-target-type') ?? 'instance';
  if (target === 'ip' || at(service.object.value, 'spec', 'allocateLoadBalancerNodePorts') !== false) return;
  tell({
    path: ['spec', 'allocateLoadBalancerNodePorts'],
    found: 'false',
    what: `targets of type instance are node ports, and none are allocated; ${NLB_STOPS}.`,
    fix: 'set the annotation nlb-target-type to ip, or remove `allocateLoadBalancerNodePorts`.',
  });
}
