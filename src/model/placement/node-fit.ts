import { instanceSize } from '../../knowledge/aws/instance-sizes';
import { amiTypeOf } from '../cluster/describe-compute';
import type { PodTemplate } from '../pod-spec';
import { type Room, roomVerdict } from './node-room';
import type { NodeSource } from './node-source';
import type { Verdict } from './node-verdict';
import type { PlacedSize, PodRequests, Range } from './placement';
import { type Alternatives, typesOf } from './source-types';
import type { World } from './world';

/** The Pods of one workload, as nodes look at them. */
export interface Asking {
  readonly template: PodTemplate;
  readonly requests: PodRequests;
  /** Absent for a DaemonSet, which runs on each node whatever its size. */
  readonly pods: Range | undefined;
}

/** Whether instances of a source have room for a Pod. */
export interface Fit {
  readonly verdict: Verdict;
  readonly reason?: string;
  /** Types that have room for certain, the smallest first. */
  readonly types: readonly string[];
  readonly size?: PlacedSize;
}

/** Judges the size of a Pod against the instances that a source may start. */
export function fitOf(source: NodeSource, { requests, pods }: Asking, alternatives: Alternatives, world: World): Fit {
  const all = typesOf(source, alternatives);
  if (pods === undefined) return { verdict: 'yes', types: [] };
  if (Object.keys(requests.devices).length > 0) return ofDevices(all);
  if (all.length === 0) return { verdict: 'unknown', reason: 'its instance types are not known', types: [] };
  const asked = { cpu: requests.cpu, memory: requests.memoryGiB };
  const taken = world.takenOf(source);
  const sized = all.flatMap((type) => {
    const size = instanceSize(type);
    return size === undefined ? [] : [{ type, size, verdict: roomVerdict(asked, size, taken, hasPlainImage(source)) }];
  });
  const fitting = sized.filter(({ verdict }) => verdict === 'yes').map(({ type }) => type);
  const [smallest] = sorted(fitting, world);
  if (smallest !== undefined)
    return { verdict: 'yes', types: fitting, size: sizeOf(smallest, !('group' in source.made)) };
  const unsized = all.find((type) => instanceSize(type) === undefined);
  if (unsized !== undefined) return { verdict: 'unknown', reason: `the size of ${unsized} is not known`, types: [] };
  const largest = sized.map(({ size }) => size).sort((a, b) => b.memory - a.memory || b.cpu - a.cpu)[0];
  const most = `its largest instance has ${amountsText(largest ?? asked)}`;
  if (sized.every(({ verdict }) => verdict === 'no')) return { verdict: 'no', reason: most, types: [] };
  return { verdict: 'unknown', reason: `${most}, of which the system takes its part`, types: [] };
}

/** Which instance has so many devices is not known by its name. */
function ofDevices(types: readonly string[]): Fit {
  const [only] = types.length === 1 ? types : [];
  if (only === undefined) return { verdict: 'yes', types };
  return { verdict: 'yes', types, size: { name: only, cpu: 0, memoryGiB: 0 } };
}

/** Cheaper ones first where all have a price; else by what they have. */
function sorted(types: readonly string[], { book }: World): readonly string[] {
  const keys = new Map(types.map((type) => [type, { price: book.onDemand(type), size: instanceSize(type) }]));
  const priced = types.every((type) => keys.get(type)?.price !== undefined);
  const keyOf = (type: string) => {
    const { price = 0, size } = keys.get(type) ?? {};
    return priced ? price : (size?.memory ?? 0) * 1000 + (size?.cpu ?? 0);
  };
  return [...types].sort((a, b) => keyOf(a) - keyOf(b));
}

function sizeOf(type: string, isLeast: boolean): PlacedSize {
  const { cpu = 0, memory = 0 } = instanceSize(type) ?? {};
  return { name: type, cpu, memoryGiB: memory, ...(isLeast ? { isLeast: true as const } : {}) };
}

/** Whether the nodes have the image of Amazon Linux 2023 as EKS makes it, whose reserve is known. */
function hasPlainImage({ made }: NodeSource): boolean {
  return (
    'group' in made && made.group.launchTemplate === undefined && (amiTypeOf(made.group) ?? '').startsWith('AL2023')
  );
}

/** `2 CPUs and 8 GiB` */
function amountsText({ cpu, memory }: Room): string {
  return `${cpu} ${cpu === 1 ? 'CPU' : 'CPUs'} and ${Math.round(memory * 100) / 100} GiB`;
}
