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
