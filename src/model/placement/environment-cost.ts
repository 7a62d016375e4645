import { CLUSTER_HOUR, REGION_PRICES } from '../../knowledge/aws/prices/eks-prices';
import { HOURS_A_MONTH } from '../../knowledge/aws/prices/prices';
import { sizesOf } from '../cluster/describe-compute';
import type { EksEnvironment, NodeGroup } from '../environment';
import { boughtOf, nodePrice, spanOf } from './node-price';
import type { NodeSource } from './node-source';
import type { Placement, Range } from './placement';
import type { World } from './world';

/** A line of what an environment costs a month. */
export interface CostLine {
  /** `node group general, 3–6 nodes` */
  readonly what: string;
  /** USD; absent where no price is known. */
  readonly cost?: Range;
}

export interface EnvironmentCost {
  readonly lines: readonly CostLine[];
  /** Of the lines that have a cost. */
  readonly total: Range;
}

/** What is counted beside Pods. */
export interface PaidBeside {
  /** Whether the version is in standard support; absent where the calendar does not know it. */
  readonly isStandard?: boolean;
  /** GiB of gp3 volumes that claims ask for. */
  readonly gp3GiB: Range;
  readonly loadBalancers: number;
}

/** What an environment costs a month: whole nodes, whatever runs on them, and Pods where they are paid for. */
export function environmentCost(placements: readonly Placement[], world: World, beside: PaidBeside): EnvironmentCost {
  const { environment } = world;
  const lines = [
    clusterLine(beside),
    ...world.sources.flatMap((source) => ('group' in source.made ? [groupLine(source, source.made.group, world)] : [])),
    ...fargateLines(environment, placements),
    ...poolLines(placements),
    ...volumeLines(environment, beside),
    ...loadBalancerLines(environment, beside),
  ];
  const known = lines.flatMap(({ cost }) => cost ?? []);
  const sum = (key: keyof Range) => known.reduce((total, range) => total + range[key], 0);
  return { lines, total: { min: sum('min'), max: sum('max') } };
}

function line(what: string, cost: Range | undefined): CostLine {
  return cost === undefined ? { what } : { what, cost };
}

function clusterLine({ isStandard }: PaidBeside): CostLine {
  const { standard, extended } = CLUSTER_HOUR;
  const min = (isStandard === false ? extended : standard) * HOURS_A_MONTH;
  const max = (isStandard === true ? standard : extended) * HOURS_A_MONTH;
  return { what: `control plane${isStandard === false ? ', extended support' : ''}`, cost: { min, max } };
}

/** All nodes of a group, from the cheapest of its types to the dearest. */
function groupLine(source: NodeSource, group: NodeGroup, { book }: World): CostLine {
  const { minSize, maxSize } = sizesOf(group);
  const bought = boughtOf(source, [[]]);
  const price = spanOf(group.instanceTypes.map((type) => nodePrice(type, bought, book)));
  const cost = price && {
    min: price.min * minSize * HOURS_A_MONTH,
    max: price.max * maxSize * HOURS_A_MONTH,
  };
  return line(`${source.name}, ${minSize === maxSize ? minSize : `${minSize}–${maxSize}`} nodes`, cost);
}

function fargateLines({ compute }: EksEnvironment, placements: readonly Placement[]): readonly CostLine[] {
  return compute.fargateProfiles.flatMap(({ name }) => {
    const pool = `Fargate profile ${name}`;
    const costs = placements.flatMap(({ pools }) =>
      pools.filter((one) => one.pool === pool && one.verdict === 'yes').map(({ cost }) => cost),
    );
    return costs.length === 0 ? [] : [line(pool, sumOf(costs))];
  });
}

/**
 * Nodes that are started as Pods need them: at least what Pods take of full nodes that nothing else takes, at most a node
 * for each Pod.
 */
function poolLines(placements: readonly Placement[]): readonly CostLine[] {
  const taking = placements.flatMap(({ pools }) => {
    const takers = pools.filter(({ verdict }) => verdict === 'yes');
    const mayWait = takers.some(({ pool }) => pool.startsWith('node group '));
    return takers
      .filter(({ pool, size }) => pool.startsWith('NodePool ') && size !== undefined)
      .map(({ pool, cost, alone }) => ({
        pool,
        cost: cost && alone && { min: mayWait || takers.length > 1 ? 0 : cost.min, max: alone.max },
      }));
  });
  return [...new Set(taking.map(({ pool }) => pool))].map((pool) =>
    line(
      `${pool}, at most a node for each Pod`,
      sumOf(taking.filter((one) => one.pool === pool).map(({ cost }) => cost)),
    ),
  );
}

function volumeLines({ region }: EksEnvironment, { gp3GiB }: PaidBeside): readonly CostLine[] {
  if (gp3GiB.max === 0) return [];
  const price = REGION_PRICES[region]?.gp3GbMonth;
  const cost = price === undefined ? undefined : { min: gp3GiB.min * price, max: gp3GiB.max * price };
  return [line('EBS volumes of claims, gp3', cost)];
}

function loadBalancerLines({ region }: EksEnvironment, { loadBalancers }: PaidBeside): readonly CostLine[] {
  if (loadBalancers === 0) return [];
  const price = REGION_PRICES[region]?.loadBalancerHour;
  const amount = (price ?? 0) * loadBalancers * HOURS_A_MONTH;
  const what = `${loadBalancers} ${loadBalancers === 1 ? 'load balancer' : 'load balancers'}, without what they carry`;
  return [line(what, price === undefined ? undefined : { min: amount, max: amount })];
}

/** Undefined where one of them is not known. */
function sumOf(costs: readonly (Range | undefined)[]): Range | undefined {
  const known = costs.filter((one) => one !== undefined);
  if (known.length < costs.length) return undefined;
  const sum = (key: keyof Range) => known.reduce((total, range) => total + range[key], 0);
  return { min: sum('min'), max: sum('max') };
}
