import type { TopologySelectorTerm } from '../../imports/k8s';
import type { Environment } from '../../src/model/environment';
import { byCodeUnit } from '../../src/model/order';
import type { Problems } from '../shared/problems';

/** A zone without a subnet has no nodes: a volume there would never be mounted. */
export function zoneProblems(zones: readonly string[] = [], environment: Environment, problems: Problems): void {
  if (environment.platform !== 'eks') return;
  const { subnets } = environment.network;
  const known = new Set([...subnets.private, ...subnets.public].map(({ availabilityZone }) => availabilityZone));
  for (const zone of zones) {
    problems.unless(
      known.has(zone),
      `zone ${zone} has no subnet in environment ${environment.name}: no node could mount the volumes there.`,
      `use one of: ${[...known].sort(byCodeUnit).join(', ')}.`,
    );
  }
}

export function inZones(zones: readonly string[] | undefined): TopologySelectorTerm[] | undefined {
  if (zones === undefined || zones.length === 0) return undefined;
  return [{ matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: [...zones] }] }];
}
