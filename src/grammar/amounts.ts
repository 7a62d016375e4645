/** How amounts are spelled, as types: what the compiler can refuse of `'2 cores'` or `'512MB'`. The functions below read text that is known later. */
import { isGoDuration } from './go-duration';
import { CPU_AMOUNT, wrongQuantity } from './quantity';

/** CPU as text: cores such as `2` or `0.5`, or thousandths of one such as `250m`. */
export type CpuText = `${number}` | `${number}m`;

type SizeUnit = 'Ki' | 'Mi' | 'Gi' | 'Ti' | 'Pi' | 'Ei' | 'k' | 'M' | 'G' | 'T' | 'P' | 'E';

/** Memory or storage as text, with its unit: `512Mi`, `1.5Gi`. */
export type SizeText = `${number}${SizeUnit}`;

/** Any quantity of Kubernetes as text: `100`, `500m`, `64Mi`. */
export type QuantityText = CpuText | SizeText;

/** A duration in one to three units, the largest first: `30s`, `1h30m`. */
export type DurationText =
  | '0'
  | `${number}${'ms' | 's' | 'm' | 'h'}`
  | `${number}h${number}${'m' | 's'}`
  | `${number}m${number}s`
  | `${number}h${number}m${number}s`;

/** A duration of Prometheus, which has longer units too: `30s`, `1d12h`. */
export type PrometheusDurationText =
  | DurationText
  | `${number}${'d' | 'w' | 'y'}`
  | `${number}d${number}${'h' | 'm'}`
  | `${number}w${number}d`;

export function isCpuText(text: string): text is CpuText {
  return CPU_AMOUNT.test(text);
}

export function isSizeText(text: string): text is SizeText {
  return /[A-Z]i?$|\dk$/.test(text) && wrongQuantity(text) === undefined;
}

export function isQuantityText(text: string): text is QuantityText {
  return wrongQuantity(text) === undefined;
}

export function isDurationText(text: string): text is DurationText {
  return isGoDuration(text);
}
