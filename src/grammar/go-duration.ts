const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  // Both signs for micro: U+00B5 and U+03BC.
  ['\u00b5s', 1_000n],
  ['\u03bcs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);
const PART = /(\d*)(?:\.(\d*))?([^\d.]+)/y;
const LARGEST = 2n ** 63n;

/**
 * Whether Go can parse a duration such as `1h30m`: an optional sign, then numbers with units, below 292 years in all.
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function isGoDuration(text: string): boolean {
  return goNanoseconds(text) !== undefined;
}

/** What a duration amounts to, in nanoseconds; undefined for a text that Go cannot parse. */
export function goNanoseconds(text: string): bigint | undefined {
  const unsigned = /^[-+]/.test(text) ? text.slice(1) : text;
  if (unsigned === '0') return 0n;
  if (unsigned === '') return undefined;
  let sum = 0n;
  for (PART.lastIndex = 0; PART.lastIndex < unsigned.length; ) {
    const match = PART.exec(unsigned);
    if (match === null) return undefined;
    const [, whole = '', fraction = '', unit = ''] = match;
    const size = UNITS.get(unit);
    if (size === undefined || whole + fraction === '' || BigInt(whole) > LARGEST) return undefined;
    sum += BigInt(whole) * size + (BigInt(fraction) * size) / 10n ** BigInt(fraction.length);
    if (sum > LARGEST) return undefined;
  }
  if (text.startsWith('-')) return -sum;
  return sum < LARGEST ? sum : undefined;
}
