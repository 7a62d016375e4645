import type { Environment } from './environment';

/** What the settings say of subnets that a load balancer is to have. */
export interface SubnetZones {
  /** Pairs that lie in one zone, the second with the first that it meets. */
  readonly shared: readonly { readonly first: string; readonly second: string; readonly zone: string }[];
  /** Those whose zone the settings do not say, such as names. */
  readonly unknown: readonly string[];
}

/** A load balancer takes one subnet of each zone; with several that differ an ALB has its two zones. */
export function subnetZones(subnets: readonly string[], environment: Environment): SubnetZones {
  if (environment.platform !== 'eks') return { shared: [], unknown: [] };
  const { subnets: known } = environment.network;
  const zones = new Map([...known.public, ...known.private].map(({ id, availabilityZone }) => [id, availabilityZone]));
  const firsts = new Map<string, string>();
  const shared = [];
  const unknown = [];
  for (const second of new Set(subnets)) {
    const zone = zones.get(second);
    if (zone === undefined) {
      unknown.push(second);
      continue;
    }
    const first = firsts.get(zone);
    if (first === undefined) firsts.set(zone, second);
    else shared.push({ first, second, zone });
  }
  return { shared, unknown };
}
