import { byCodeUnit } from '../../model/order';

/** Labels as people write them, sorted: `a=b, c=d`. */
export function labelsText(labels: Readonly<Record<string, string>>): string {
  const text = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return text.length === 0 ? 'none' : text.sort(byCodeUnit).join(', ');
}
