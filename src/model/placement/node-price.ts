import { NODE_LABELS } from '../../knowledge/aws/node-labels';
import type { NodeSource } from './node-source';
import type { Range } from './placement';
import type { PriceBook } from './price-book';
import { type Alternatives, mayBe } from './source-types';

/** How nodes of a source may be bought. */
export interface Bought {
  readonly spot: boolean;
  readonly onDemand: boolean;
}

/** How the nodes are bought that the Pods accept. */
export function boughtOf(source: NodeSource, alternatives: Alternatives): Bought {
  const { made } = source;
  if ('group' in made) return boughtOfGroup(made.group);
  const may = (value: string) => mayBe(source, alternatives, NODE_LABELS.capacity, value);
  return { spot: may('spot'), onDemand: may('on-demand') || may('reserved') };
}

function boughtOfGroup(group: object): Bought {
  if ('capacityType' in group) return { spot: group.capacityType === 'SPOT', onDemand: group.capacityType !== 'SPOT' };
  const { onDemandBase, onDemandPercentage } = distributionOf(group);
  return { spot: onDemandPercentage < 100, onDemand: onDemandBase > 0 || onDemandPercentage > 0 };
}

function distributionOf(group: { readonly distribution?: object }): {
  readonly onDemandBase: number;
  readonly onDemandPercentage: number;
} {
  return { onDemandBase: 0, onDemandPercentage: 100, ...group.distribution };
}

/** USD an hour of a node of a type; undefined where nobody knows. */
export function nodePrice(type: string, { spot, onDemand }: Bought, book: PriceBook): Range | undefined {
  const whole = book.onDemand(type);
  const found = [
    ...(spot ? [book.spot(type)] : []),
    ...(onDemand ? [whole === undefined ? undefined : { min: whole, max: whole }] : []),
  ];
  return spanOf(found);
}

/** From the least to the most of all; undefined where one is not known, and of nothing. */
export function spanOf(ranges: readonly (Range | undefined)[]): Range | undefined {
  const known = ranges.filter((one) => one !== undefined);
  if (known.length === 0 || known.length < ranges.length) return undefined;
  return { min: Math.min(...known.map(({ min }) => min)), max: Math.max(...known.map(({ max }) => max)) };
}
