import { FARGATE_PRICES } from '../../knowledge/aws/prices/fargate-prices';
import { instancePrice } from '../../knowledge/aws/prices/instance-prices';
import type { EksEnvironment } from '../environment';
import type { Range } from './placement';

/** USD an hour, from the environment's own prices or else from the table of its region. */
export interface PriceBook {
  /** Of a vCPU, a GB of memory, and a GB of storage beyond the first 20, on Fargate. */
  readonly fargate?: { readonly vcpu: number; readonly gb: number; readonly storageGb?: number };
  readonly onDemand: (type: string) => number | undefined;
  /** From nothing to what it costs on demand, unless the environment says. */
  readonly spot: (type: string) => Range | undefined;
}

export function priceBook({ prices = {}, region }: EksEnvironment): PriceBook {
  const { fargate: own } = prices;
  const onDemand = (type: string) => prices.instances?.[type] ?? instancePrice(type, region);
  const fargate = own === undefined ? FARGATE_PRICES[region] : { vcpu: own.vcpuHour, gb: own.gbHour };
  return {
    ...(fargate === undefined ? {} : { fargate }),
    onDemand,
    spot(type) {
      const own = prices.spot?.[type];
      const most = own ?? onDemand(type);
      return most === undefined ? undefined : { min: own ?? 0, max: most };
    },
  };
}
