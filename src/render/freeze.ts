/** Most characters of a number, a boolean or null. */
const LITERAL = 24;

/**
 * Freezes data with everything in it, so that no later stage can change what an earlier stage made.
 * @returns an upper bound for the characters of its compact JSON before escaping; Infinity for data that holds a part
 * frozen before, whose size is not counted
 */
export function freezeAndCount(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return LITERAL;
  if (Object.isFrozen(value)) return Number.POSITIVE_INFINITY;
  Object.freeze(value);
  return Array.isArray(value) ? freezeItems(value) : freezeFields(value as Record<string, unknown>);
}

function freezeItems(list: readonly unknown[]): number {
  let sum = 2;
  for (let index = 0; index < list.length; index++) sum += freezeAndCount(list[index]) + 1;
  return sum;
}

function freezeFields(map: Record<string, unknown>): number {
  let sum = 2;
  if (Object.getPrototypeOf(map) === Object.prototype) {
    // A plain map inherits no keys, and `for … in` makes no list of them.
    for (const key in map) sum += key.length + 4 + freezeAndCount(map[key]);
    return sum;
  }
  for (const key of Object.keys(map)) sum += key.length + 4 + freezeAndCount(map[key]);
  return sum;
}
