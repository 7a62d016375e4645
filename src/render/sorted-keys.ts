/** Up to here an insertion sort is quicker than `sort`, which copies the list first. */
const SHORT = 32;

/** A map's own keys by code unit; those that look like integers lose the place JavaScript gives them. */
export function sortedKeys(map: object): string[] {
  const keys = Object.keys(map);
  if (keys.length > SHORT) return isSorted(keys) ? keys : keys.sort();
  for (let index = 1; index < keys.length; index++) {
    const key = keys[index] as string;
    let place = index;
    while (place > 0 && (keys[place - 1] as string) > key) {
      keys[place] = keys[place - 1] as string;
      place -= 1;
    }
    if (place < index) keys[place] = key;
  }
  return keys;
}

function isSorted(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index - 1] as string) > (keys[index] as string)) return false;
  }
  return true;
}
