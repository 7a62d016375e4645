import { ToolError } from './errors';

/** The first item of a list that is never empty. @throws ToolError DEFECT when it is */
export function first<T>(list: readonly T[]): T {
  return itemAt(list, 0);
}

/** The last item of a list that is never empty. @throws ToolError DEFECT when it is */
export function last<T>(list: readonly T[]): T {
  return itemAt(list, list.length - 1);
}

/** An item that is always there. @throws ToolError DEFECT when it is not */
export function itemAt<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item !== undefined) return item;
  throw new ToolError('DEFECT', [{ message: `item ${index} of a list of ${list.length} was asked for.` }]);
}

/** `a`, `a and b`, `a, b and c`; of many, the first few and how many are left. */
export function listed(names: readonly string[], most = 8): string {
  const [shown, left] = [names.slice(0, most), names.length - most];
  if (left > 0) return `${shown.join(', ')} and ${left} more`;
  const [end = '', ...rest] = [...shown].reverse();
  return rest.length === 0 ? end : `${rest.reverse().join(', ')} and ${end}`;
}
