import type { Construct } from 'constructs';
import type { Environment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import type { Problems } from './problems';

type Scheme = 'internal' | 'internet-facing';

/** Whether nothing of the environment may be reached from the internet. */
function isPrivate(environment: Environment): boolean {
  return environment.platform === 'eks' && environment.network.private === true;
}

/** A private cluster has no public load balancer: the rule `eks/ban-public-endpoint` tells of those that others write. */
export function judgeScheme(
  property: string,
  scheme: string | undefined,
  environment: Environment,
  problems: Problems,
): void {
  problems.unless(
    scheme !== 'internet-facing' || !isPrivate(environment),
    `${property} is "internet-facing", and environment ${environment.name} is private: there is no public subnet to put the load balancer into, or it opens what is meant to be closed.`,
    `set ${property}: 'internal' there, or publicScheme(chart), which is internal in private environments alone; clients outside the VPC come through PrivateLink, a VPN or a transit gateway.`,
  );
}

/** What a load balancer is where nobody says it: internal in a private environment, and undefined elsewhere. */
export function schemeIn(environment: Environment, scheme: Scheme | undefined): Scheme | undefined {
  return scheme ?? (isPrivate(environment) ? 'internal' : undefined);
}

/**
 * The scheme of a load balancer that the public is to reach wherever the environment lets it: internet-facing, and internal
 * where `network.private` is true. An environment that becomes private gets a new load balancer with a new DNS name.
 */
export function publicScheme(scope: Construct): 'internal' | 'internet-facing' {
  return schemeIn(environmentOf(scope), undefined) ?? 'internet-facing';
}
