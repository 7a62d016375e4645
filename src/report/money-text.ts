import type { Range } from '../model/placement/placement';

/** USD of a month: `7.2`, `18–54`; cents only where they are all there is. */
export function moneyText({ min, max }: Range): string {
  const [least, most] = [amountText(min), amountText(max)];
  return least === most ? least : `${least}–${most}`;
}

function amountText(usd: number): string {
  if (usd === 0) return '0';
  if (usd < 1) return usd.toFixed(2);
  return usd < 10 ? usd.toFixed(1) : String(Math.round(usd));
}

/** `2`, `2–6` */
export function countText({ min, max }: Range): string {
  return min === max ? String(min) : `${min}–${max}`;
}
