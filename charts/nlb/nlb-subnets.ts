import { isStrictlyInside, parseCidr } from '../../src/grammar/cidr';
import { judgeSubnets } from '../shared/judge-subnets';
import type { Problems } from '../shared/problems';
import type { NlbInput } from './nlb-input';

const STOPS = 'the controller stops there, and no load balancer is made';

/** Subnets and addresses, held against what the environment says of its VPC. */
export function judgeNlbSubnets({ settings, environment }: NlbInput, problems: Problems): void {
  judgeTwice('subnets', settings.subnets, problems);
  judgeTwice('privateIpv4Addresses', settings.privateIpv4Addresses, problems);
  judgeTwice('elasticIps', settings.elasticIps, problems);
  if (environment.platform !== 'eks') return;
  judgeSubnets(settings.subnets, environment, problems);
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

/** What cannot be read as an address is refused as such. */
function liesIn(address: string, cidrs: readonly string[]): boolean {
  const inner = parseCidr(`${address}/32`);
  if (inner === undefined) return true;
  return cidrs.some((cidr) => {
    const outer = parseCidr(cidr);
    return outer === undefined || isStrictlyInside(inner, outer);
  });
}
