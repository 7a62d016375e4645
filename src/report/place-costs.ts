import { oneLine } from '../grammar/visible-text';
import type { EnvironmentCost } from '../model/placement/environment-cost';
import type { PriceDate } from '../model/placement/price-dates';
import { moneyText } from './money-text';

/** What an environment costs, line by line, with the sum of what has a price. */
export function costLines(cost: EnvironmentCost | undefined): readonly string[] {
  if (cost === undefined) return [];
  const width = Math.max(...cost.lines.map(({ what }) => what.length), 'together'.length);
  const unknown = cost.lines.filter((line) => line.cost === undefined).length;
  const rest = unknown === 0 ? '' : `, and ${unknown} more without a price`;
  const lines = cost.lines.map((line) => {
    const amount = line.cost === undefined ? 'unknown' : moneyText(line.cost);
    return `  ${oneLine(line.what).padEnd(width)}  ${amount}`;
  });
  return [
    'the environment, USD a month',
    ...lines,
    `  ${'together'.padEnd(width)}  ${moneyText(cost.total)}${rest}`,
    '',
  ];
}

/** `prices: Fargate 2026-07, instances 2026-01 …` */
export function priceLine(prices: readonly PriceDate[]): string {
  const texts = prices.map(({ of, date = 'of no known month', source }) => {
    if (source === undefined) return `none of ${of} for this region`;
    return `${of} ${date}${source === 'settings' ? ' (your own)' : ''}`;
  });
  return oneLine(`prices: ${texts.join(', ')}; of nodes, a share of full ones`);
}
