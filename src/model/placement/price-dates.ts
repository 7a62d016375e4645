import { EKS_PRICES_SOURCE, REGION_PRICES } from '../../knowledge/aws/prices/eks-prices';
import { FARGATE_PRICES } from '../../knowledge/aws/prices/fargate-prices';
import { FAMILY_PRICES, INSTANCE_PRICES_SOURCE } from '../../knowledge/aws/prices/instance-prices';
import type { PriceSource } from '../../knowledge/aws/prices/prices';
import type { EksEnvironment } from '../environment';

/** Of which month prices are. */
export interface PriceDate {
  readonly of: string;
  /** `2026-07`; absent where the settings do not say, and where no row is there. */
  readonly date?: string;
  /** An address, or `settings`; absent where no price is known. */
  readonly source?: string;
}

/** How old the prices of an environment are. */
export function priceDates({ prices = {}, region }: EksEnvironment): readonly PriceDate[] {
  const own = { source: 'settings', ...(prices.date === undefined ? {} : { date: prices.date }) };
  const hasRow = Object.values(FAMILY_PRICES).some(({ large }) => large[region] !== undefined);
  const isOwn = prices.instances !== undefined || prices.spot !== undefined;
  return [
    { of: 'Fargate', ...(prices.fargate === undefined ? rowOf(FARGATE_PRICES[region]?.source) : own) },
    { of: 'instances', ...rowOf(hasRow ? INSTANCE_PRICES_SOURCE : undefined) },
    ...(isOwn ? [{ of: 'some instances', ...own }] : []),
    { of: 'the rest', ...rowOf(REGION_PRICES[region] === undefined ? undefined : EKS_PRICES_SOURCE) },
  ];
}

function rowOf(source: PriceSource | undefined): Omit<PriceDate, 'of'> {
  return source === undefined ? {} : { date: source.date, source: source.address };
}
