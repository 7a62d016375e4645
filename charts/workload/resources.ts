import { Quantity, type ResourceRequirements } from '../../imports/k8s';
import type { Environment } from '../../src/model/environment';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../problems';
import { type CpuInput, cpuText, type SizeInput, sizeText } from './values';

/** What a container asks for. */
export interface ContainerResources {
  /** CPU request; no limit is set, since throttling hurts more than it protects. */
  readonly cpu: CpuInput;
  /** Memory request and limit: equal, so that a full node kills nobody else. */
  readonly memory: SizeInput;
  /** Local disk request and limit. `@default` - none is stated */
  readonly ephemeralStorage?: SizeInput;
  /** `@default` - none; on Fargate equal to the request, which is what is billed */
  readonly cpuLimit?: CpuInput;
}

/** A size by its name in the environment's settings, or the numbers themselves. */
export type SizeName = string;

export function resourceRequirements(
  input: SizeName | ContainerResources,
  environment: Environment,
  problems: Problems,
): ResourceRequirements {
  const size = typeof input === 'string' ? sizeNamed(input, environment, problems) : input;
  if (size === undefined) return {};
  const disk: Record<string, Quantity> =
    size.ephemeralStorage === undefined ? {} : { 'ephemeral-storage': quantity(sizeText(size.ephemeralStorage)) };
  const memory = quantity(sizeText(size.memory));
  const cpuLimit: Record<string, Quantity> =
    size.cpuLimit === undefined ? {} : { cpu: quantity(cpuText(size.cpuLimit)) };
  return {
    requests: { cpu: quantity(cpuText(size.cpu)), memory, ...disk },
    limits: { ...cpuLimit, memory, ...disk },
  };
}

function sizeNamed(name: string, environment: Environment, problems: Problems): ContainerResources | undefined {
  const found = Object.hasOwn(environment.sizes, name) ? environment.sizes[name] : undefined;
  const names = Object.keys(environment.sizes);
  problems.unless(
    found !== undefined,
    `environment ${environment.name} has no size "${name}".${didYouMean(name, names)}`,
    names.length === 0
      ? 'declare `sizes` in environments/defaults.yaml, or give { cpu, memory }.'
      : `use one of: ${names.join(', ')}, or give { cpu, memory }.`,
  );
  return found;
}

export function quantity(text: string): Quantity {
  return Quantity.fromString(text);
}
