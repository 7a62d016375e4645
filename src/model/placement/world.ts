import type { EksEnvironment } from '../environment';
import type { ObjectLookup } from '../object-lookup';
import type { PodTemplate } from '../pod-spec';
import type { Room } from './node-room';
import { nodeSelectionOf } from './node-selection';
import type { NodeSource } from './node-source';
import { nodeSourcesOf } from './node-sources';
import { bestOf, verdictOf } from './node-verdict';
import { podRequestsOf } from './pod-requests';
import { type PriceBook, priceBook } from './price-book';
import { untolerated } from './tolerations';

/** Everything that placing a Pod looks up, found once for an environment. */
export interface World {
  readonly environment: EksEnvironment;
  readonly lookup: ObjectLookup;
  readonly sources: readonly NodeSource[];
  /** What the DaemonSets that are rendered take of each node of a source. */
  readonly takenOf: (source: NodeSource) => Room;
  readonly book: PriceBook;
}

/** @param templates all Pods of the environment */
export function worldOf(environment: EksEnvironment, lookup: ObjectLookup, templates: readonly PodTemplate[]): World {
  const sources = nodeSourcesOf(environment, lookup);
  const daemons = templates.filter(({ owner }) => owner.kind === 'DaemonSet');
  const taken = new Map(sources.map((source) => [source, takenBy(daemons, source, lookup)]));
  const takenOf = (source: NodeSource) => taken.get(source) ?? NOTHING;
  return { environment, lookup, sources, takenOf, book: priceBook(environment) };
}

const NOTHING: Room = { cpu: 0, memory: 0 };

function takenBy(daemons: readonly PodTemplate[], source: NodeSource, lookup: ObjectLookup): Room {
  const running = daemons.filter((template) => runsOn(template, source));
  return running.reduce((sum, template) => {
    const { cpu, memoryGiB } = podRequestsOf(template, lookup);
    return { cpu: sum.cpu + cpu, memory: sum.memory + memoryGiB };
  }, NOTHING);
}

function runsOn(template: PodTemplate, source: NodeSource): boolean {
  if (untolerated(source.taints, template).length > 0) return false;
  return bestOf(nodeSelectionOf(template).map((all) => verdictOf(all, source))) !== 'no';
}
