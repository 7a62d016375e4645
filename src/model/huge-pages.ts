import { parseQuantity } from '../grammar/quantity';

const HUGE_PAGES = 'hugepages-';

/**
 * Why an amount of huge pages is wrong, as a part of a sentence; undefined for other resources and for whole pages.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/v1/helper/helpers.go (IsHugePageResourceValueDivisible)
 */
export function wrongHugePages(resource: string, amount: string | number): string | undefined {
  if (!resource.startsWith(HUGE_PAGES)) return undefined;
  const size = resource.slice(HUGE_PAGES.length);
  const page = parseQuantity(size);
  const asked = parseQuantity(amount);
  if (page === undefined || asked === undefined || page <= 0 || asked < 0) return undefined;
  return asked % page === 0 ? undefined : `it is not a whole number of pages of ${size}`;
}
