import { isStrictlyInside, parseCidr } from '../../src/grammar/cidr';
import type { EksEnvironment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import type { NlbInput } from './nlb-input';

const STOPS = 'the controller stops there, and no load balancer is made';

/** Subnets and addresses, held against what the environment says of its VPC. */
export function judgeNlbSubnets({ settings, environment }: NlbInput, problems: Problems): void {
  judgeTwice('subnets', settings.subnets, problems);
  judgeTwice('privateIpv4Addresses', settings.privateIpv4Addresses, problems);
  judgeTwice('elasticIps', settings.elasticIps, problems);
  if (environment.platform !== 'eks') return;
  judgeZones(settings.subnets ?? [], environment, problems);
  const { cidrs } = environment.network;
  for (const address of settings.privateIpv4Addresses ?? [])
    problems.unless(
      cidrs.length === 0 || liesIn(address, cidrs),
      `privateIpv4Addresses has ${address}, which lies outside of the VPC (${cidrs.join(', ')}); ${STOPS}.`,
      'choose a free address of each subnet.',
    );
}

function judgeTwice(property: string, values: readonly string[] = [], problems: Problems): void {
  const twice = values.find((value, index) => values.indexOf(value) < index);
  problems.unless(twice === undefined, `${property} has ${twice} twice; ${STOPS}.`, 'name each once.');
}

/** Names of subnets say nothing of their zones. */
function judgeZones(subnets: readonly string[], { network, name }: EksEnvironment, problems: Problems): void {
  const known = [...network.subnets.public, ...network.subnets.private];
  const firsts = new Map<string, string>();
  for (const subnet of new Set(subnets)) {
    const zone = known.find(({ id }) => id === subnet)?.availabilityZone;
    if (zone === undefined) continue;
    const first = firsts.get(zone);
    problems.unless(
      first === undefined,
      `subnets ${first} and ${subnet} both lie in ${zone}, as environment ${name} says; ${STOPS}.`,
      'name one subnet of each zone.',
    );
    if (first === undefined) firsts.set(zone, subnet);
  }
}

/** What cannot be read as an address is refused as such. */
function liesIn(address: string, cidrs: readonly string[]): boolean {
  const inner = parseCidr(`${address}/32`);
  if (inner === undefined) return true;
  return cidrs.some((cidr) => {
    const outer = parseCidr(cidr);
    return outer === undefined || isStrictlyInside(inner, outer);
  });
}
