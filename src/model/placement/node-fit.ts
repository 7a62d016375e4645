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
  /** Whether it depends on what the system keeps of the largest instance. */
  readonly isClose?: true;
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
  const isGroup = 'group' in source.made;
  const smallest = smallestOf(fitting, isGroup, world);
  if (smallest !== undefined) return { verdict: 'yes', types: fitting, size: sizeOf(smallest, !isGroup) };
  const unsized = all.find((type) => instanceSize(type) === undefined);
  if (unsized !== undefined) return { verdict: 'unknown', reason: `the size of ${unsized} is not known`, types: [] };
  const largest = sized.map(({ size }) => size).sort((a, b) => b.memory - a.memory || b.cpu - a.cpu)[0];
  const most = `its largest instance has ${amountsText(largest ?? asked)}`;
  if (sized.every(({ verdict }) => verdict === 'no')) {
    const isShort = largest !== undefined && asked.cpu <= largest.cpu && asked.memory <= largest.memory;
    return { verdict: 'no', reason: isShort ? `${most}, less what the system keeps` : most, types: [] };
  }
  return { verdict: 'unknown', reason: `${most}, of which the system takes its part`, isClose: true, types: [] };
}

/** Which instance has so many devices is not known by its name. */
function ofDevices(types: readonly string[]): Fit {
  const [only] = types.length === 1 ? types : [];
  if (only === undefined) return { verdict: 'yes', types };
  return { verdict: 'yes', types, size: { name: only, cpu: 0, memoryGiB: 0 } };
}

/** The smallest that has room: of a pool the cheapest that has a price, else by what they have. */
function smallestOf(types: readonly string[], isGroup: boolean, { book }: World): string | undefined {
  const priced = types.filter((type) => book.onDemand(type) !== undefined);
  const all = priced.length > 0 && !isGroup ? priced : types;
  const isPriced = priced.length === all.length;
  const keyOf = (type: string) => {
    const { cpu = 0, memory = 0 } = instanceSize(type) ?? {};
    return isPriced ? (book.onDemand(type) ?? 0) : memory * 1000 + cpu;
  };
  return [...all].sort((a, b) => keyOf(a) - keyOf(b))[0];
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
