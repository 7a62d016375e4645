/** The numbers of a version such as `v1.13.0`; undefined for other text. */
export function dottedVersion(text: string): readonly number[] | undefined {
  const found = /^v?(\d+(?:\.\d+)*)(?:[-+].*)?$/.exec(text)?.[1];
  return found?.split('.').map(Number);
}

/** Whether a version comes before another; a number that is missing is 0. */
export function isOlder(version: readonly number[], than: readonly number[]): boolean {
  for (let index = 0; index < Math.max(version.length, than.length); index++) {
    const difference = (version[index] ?? 0) - (than[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
