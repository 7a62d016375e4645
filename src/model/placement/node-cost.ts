import { HOURS_A_MONTH } from '../../knowledge/aws/prices/prices';
import type { Asking, Fit } from './node-fit';
import { type Bought, boughtOf, nodePrice, spanOf } from './node-price';
import { roomOf, shareOf } from './node-room';
import type { NodeSource } from './node-source';
import type { PoolAnswer, Range } from './placement';
import type { Alternatives } from './source-types';
import type { World } from './world';

/** The Pods of one workload on the nodes of one source. */
export interface Fitted {
  readonly source: NodeSource;
  readonly asking: Asking;
  readonly alternatives: Alternatives;
  readonly fit: Fit;
}

/** What the Pods cost as a share of full nodes, and where each has a node that was started for it. */
export function costsOf(fitted: Fitted, world: World): Pick<PoolAnswer, 'cost' | 'alone'> {
  const { source, asking, alternatives, fit } = fitted;
  const { pods, requests } = asking;
  if (pods === undefined || fit.types.length === 0 || Object.keys(requests.devices).length > 0) return {};
  const bought = boughtOf(source, alternatives);
  const isGroup = 'group' in source.made;
  const types = isGroup ? fit.types : fit.types.filter((type) => type === fit.size?.name);
  const whole = types.map((type) => monthly(type, pods, bought, world));
  const cost = spanOf(types.map((type, index) => times(whole[index], shareOfType(type, fitted, world))));
  const alone = isGroup ? undefined : spanOf(whole);
  return { ...(cost === undefined ? {} : { cost }), ...(alone === undefined ? {} : { alone }) };
}

/** Which part of a full node one Pod takes. */
function shareOfType(type: string, { source, asking: { requests } }: Fitted, world: World): number | undefined {
  const room = roomOf(type, world.takenOf(source));
  return room && shareOf({ cpu: requests.cpu, memory: requests.memoryGiB }, room);
}

/** USD a month of a node for each Pod. */
function monthly(type: string, pods: Range, bought: Bought, { book }: World): Range | undefined {
  const price = nodePrice(type, bought, book);
  return price && { min: pods.min * price.min * HOURS_A_MONTH, max: pods.max * price.max * HOURS_A_MONTH };
}

function times(range: Range | undefined, factor: number | undefined): Range | undefined {
  if (range === undefined || factor === undefined) return undefined;
  return { min: range.min * factor, max: range.max * factor };
}
