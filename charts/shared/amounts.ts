import {
  type CpuText,
  type DurationText,
  isCpuText,
  isDurationText,
  isQuantityText,
  isSizeText,
  type QuantityText,
  type SizeText,
} from '../../src/grammar/amounts';
import { ToolError } from '../../src/model/errors';

/**
 * Reads text that is known when the app is rendered, such as `Environment.of(chart).values.cpu`, as CPU.
 * @throws ToolError when it is not an amount of CPU
 * @example
 * import { cpuOf, Environment } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const cpu = (chart: Chart) => cpuOf(Environment.of(chart).values.cpu);
 */
export function cpuOf(text: string | undefined): CpuText {
  return read(text, isCpuText, 'an amount of CPU such as 250m or 1.5');
}

/**
 * Reads text that is known when the app is rendered as an amount of memory or storage.
 * @throws ToolError when it is not one, or has no unit
 * @example
 * import { Environment, sizeOf } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const memory = (chart: Chart) => sizeOf(Environment.of(chart).values.memory);
 */
export function sizeOf(text: string | undefined): SizeText {
  return read(text, isSizeText, 'a size with its unit, such as 512Mi');
}

/**
 * Reads text that is known when the app is rendered as a quantity, such as what a metric is held against.
 * @throws ToolError when it is not one
 * @example
 * import { Environment, quantityOf } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const wanted = (chart: Chart) => quantityOf(Environment.of(chart).values.queueLength);
 */
export function quantityOf(text: string | undefined): QuantityText {
  return read(text, isQuantityText, 'a quantity such as 100, 500m or 64Mi');
}

/**
 * Reads text that is known when the app is rendered as a duration.
 * @throws ToolError when it is not one
 * @example
 * import { durationOf, Environment } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const interval = (chart: Chart) => durationOf(Environment.of(chart).values.interval);
 */
export function durationOf(text: string | undefined): DurationText {
  return read(text, isDurationText, 'a duration such as 30s or 1h30m');
}

function read<T extends string>(text: string | undefined, is: (text: string) => text is string & T, wanted: string): T {
  if (text !== undefined && is(text)) return text;
  const found = text === undefined ? 'There is no text' : `"${text}" is not ${wanted}`;
  throw new ToolError('APP_RENDER', [
    {
      message: `${found}: what reads it would be refused.`,
      fix: `write ${wanted}; values of an environment stand in its settings.`,
    },
  ]);
}
