import type { Environment } from '../../src/model/environment';
import { subnetZones } from '../../src/model/load-balancer-subnets';
import type { Problems } from './problems';

/** Subnets of a load balancer lie in different zones. Names say nothing of their zones; the rule says so. */
export function judgeSubnets(
  subnets: readonly string[] | undefined,
  environment: Environment,
  problems: Problems,
): void {
  for (const { first, second, zone } of subnetZones(subnets ?? [], environment).shared)
    problems.add(
      `subnets ${first} and ${second} both lie in ${zone}, as environment ${environment.name} says; the controller stops there, and no load balancer is made.`,
      'name one subnet of each zone.',
    );
}
