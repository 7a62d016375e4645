/** Why a number is not a whole number from `min` to `max`, as a part of a sentence; undefined when it is. */
export function wrongInteger(value: number, min: number, max = Number.POSITIVE_INFINITY): string | undefined {
  return Number.isInteger(value) && value >= min && value <= max ? undefined : `it is not ${integerWords(min, max)}`;
}

/** `a whole number from 1 to 65535`; without `max`, `a whole number from 1` */
export function integerWords(min: number, max = Number.POSITIVE_INFINITY): string {
  return `a whole number from ${min}${max === Number.POSITIVE_INFINITY ? '' : ` to ${max}`}`;
}
