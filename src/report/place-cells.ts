import { describeIdentity } from '../model/identity';
import type { PlacedSize, Placement, PoolAnswer } from '../model/placement/placement';
import { countText, moneyText } from './money-text';

/** One row of the table of workloads, as text. */
export interface PlaceCells {
  readonly workload: string;
  readonly pods: string;
  readonly requests: string;
  readonly pool: string;
  readonly size: string;
  readonly zones: string;
  readonly cost: string;
}

export const PLACE_HEADS: PlaceCells = {
  workload: 'workload',
  pods: 'pods',
  requests: 'a Pod requests',
  pool: 'runs on',
  size: 'size',
  zones: 'zones',
  cost: 'USD a month',
};

export function placeCells(placement: Placement): PlaceCells {
  const { object, part, pods, requests, placed, pools, cost } = placement;
  const takers = pools.filter(({ verdict }) => verdict === placed);
  const [first] = placed === 'no' ? [] : takers;
  const more = takers.length > 1 ? ` +${takers.length - 1}` : '';
  return {
    workload: part === undefined ? describeIdentity(object) : `${describeIdentity(object)} [${part}]`,
    pods: pods === undefined ? 'a node' : countText(pods),
    requests: requestsText(requests),
    pool: first === undefined ? 'nowhere' : `${placed === 'unknown' ? 'perhaps ' : ''}${first.pool}${more}`,
    size: first === undefined || pods === undefined ? '' : sizeText(first.size),
    zones: zonesText(first),
    cost: costText(placement, cost === undefined ? undefined : moneyText(cost)),
  };
}

function costText({ placed, pods }: Placement, money: string | undefined): string {
  if (placed === 'no') return '';
  if (pods === undefined) return 'of its nodes';
  return money ?? 'unknown';
}

/** `0.25 CPU 0.5 GiB` and devices. */
function requestsText({ cpu, memoryGiB, devices }: Placement['requests']): string {
  const amounts = cpu === 0 && memoryGiB === 0 ? [] : [`${rounded(cpu)} CPU ${rounded(memoryGiB)} GiB`];
  const all = [...amounts, ...Object.entries(devices).map(([name, count]) => `${count} ${name}`)];
  return all.length === 0 ? 'nothing' : all.join(' ');
}

function rounded(amount: number): number {
  return Number(amount.toFixed(2));
}

function sizeText(size: PlacedSize | undefined): string {
  if (size === undefined) return 'unknown';
  return size.isLeast ? `from ${size.name}` : size.name.replace(' and', '');
}

/** The letters of zones of one region: `a b c`. */
function zonesText(answer: PoolAnswer | undefined): string {
  return (answer?.zones ?? []).map((zone) => /[a-z]$/.exec(zone)?.[0] ?? zone).join(' ');
}
