/**
 * Kubernetes quantities.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go (ParseQuantity)
 */
const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+))(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\d+)?$/;

/** The exponent of each decimal unit, appended to the digits before JavaScript parses them: it then rounds only once. */
const TENS: Readonly<Record<string, string>> = {
  n: 'e-9',
  u: 'e-6',
  m: 'e-3',
  k: 'e3',
  M: 'e6',
  G: 'e9',
  T: 'e12',
  P: 'e15',
  E: 'e18',
};

const TWOS: Readonly<Record<string, number>> = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** The number that a quantity means; undefined for text that is not a quantity. */
export function parseQuantity(text: string | number): number | undefined {
  if (typeof text === 'number') text = String(text);
  const match = QUANTITY.exec(text);
  if (match === null) return undefined;
  const [, digits = '', unit] = match;
  if (unit === undefined) return Number(digits);
  const factor = TWOS[unit];
  return factor === undefined ? Number(`${digits}${TENS[unit] ?? unit}`) : Number(digits) * factor;
}

/**
 * Whether a quantity is above what the server keeps: it cuts such a one to 2^63 - 1 without a word.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go (Quantity)
 */
export function exceedsInt64(text: string | number): boolean {
  return Math.abs(parseQuantity(text) ?? 0) > 2 ** 63;
}

/** Amounts in settings are above 0. Memory needs a unit: `512` without `Mi` would be 512 bytes. */
export const CPU_AMOUNT = /^(?=.*[1-9])(\d+m|\d+(\.\d{1,3})?)$/;
export const MEMORY_AMOUNT = /^(?=.*[1-9])\d+(\.\d+)?([kMGTPE]|[KMGTPE]i)$/;

/** Why a text is not a quantity, as a part of a sentence; undefined when it is. */
export function wrongQuantity(text: string): string | undefined {
  return parseQuantity(text) === undefined ? 'it is not a quantity such as 250m or 512Mi' : undefined;
}
