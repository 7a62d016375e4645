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
  requests: 'a Pod asks',
  pool: 'runs on',
  size: 'size',
  zones: 'zones',
  cost: 'USD/month',
};

export function placeCells(placement: Placement): PlaceCells {
  const { object, part, pods, requests, placed, pools, cost } = placement;
  const takers = pools.filter(({ verdict }) => verdict === placed);
  const [first] = placed === 'no' ? [] : takers;
  const more = takers.length > 1 ? ` +${takers.length - 1}` : '';
  return {
    workload: nameOf(object, part),
    pods: pods === undefined ? 'a node' : countText(pods),
    requests: requestsText(requests),
    pool:
      first === undefined
        ? 'nowhere'
        : `${placed === 'unknown' ? 'perhaps ' : ''}${first.pool.replace(/^Fargate profile /, 'Fargate ')}${more}`,
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

/** `Deployment shop/web`: of each kind that makes Pods there is one here, so that its group goes without saying. */
function nameOf({ kind, namespace, name }: Placement['object'], part: string | undefined): string {
  const full = `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
  return part === undefined ? full : `${full} [${part}]`;
}

/** `250m 512Mi` and devices, as Kubernetes writes them. */
function requestsText({ cpu, memoryGiB, devices }: Placement['requests']): string {
  const amounts = [
    ...(cpu === 0 ? [] : [cpu < 1 ? `${Math.round(cpu * 1000)}m` : String(rounded(cpu))]),
    ...(memoryGiB === 0 ? [] : [memoryGiB < 1 ? `${Math.round(memoryGiB * 1024)}Mi` : `${rounded(memoryGiB)}Gi`]),
    ...Object.entries(devices).map(([name, count]) => `${count} ${name}`),
  ];
  return amounts.length === 0 ? 'nothing' : amounts.join(' ');
}

function rounded(amount: number): number {
  return Number(amount.toFixed(2));
}

function sizeText(size: PlacedSize | undefined): string {
  if (size === undefined) return 'unknown';
  if (size.isLeast) return `from ${size.name}`;
  return size.name.replace(' vCPU and ', ' CPU ').replace(' GiB', 'Gi');
}

/** The letters of zones of one region: `a b c`. */
export function zonesText(answer: Pick<PoolAnswer, 'zones'> | undefined): string {
  return (answer?.zones ?? []).map((zone) => /[a-z]$/.exec(zone)?.[0] ?? zone).join(' ');
}
