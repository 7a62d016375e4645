import { NODE_LABELS } from '../../knowledge/aws/node-labels';
import type { EksEnvironment } from '../environment';
import { byCodeUnit } from '../order';
import type { NodeSource } from './node-source';
import { type Alternatives, mayBe } from './source-types';

/** Zones of subnets, sorted. */
export function zonesOfSubnets({ network }: EksEnvironment, ids: readonly string[]): readonly string[] {
  const all = [...network.subnets.private, ...network.subnets.public];
  const zones = all.filter(({ id }) => ids.includes(id)).map(({ availabilityZone }) => availabilityZone);
  return [...new Set(zones)].sort(byCodeUnit);
}

/** Zones in which a source may start nodes that the Pods accept, sorted; none where nobody says. */
export function zonesOfSource(source: NodeSource, alternatives: Alternatives): readonly string[] {
  const offered = source.offer(NODE_LABELS.zone);
  if (!Array.isArray(offered)) return [];
  return offered
    .map(String)
    .filter((zone) => mayBe(source, alternatives, NODE_LABELS.zone, zone))
    .sort(byCodeUnit);
}
