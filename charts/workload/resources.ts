import type { ResourceRequirements } from '../../imports/k8s';
import { parseQuantity } from '../../src/grammar/quantity';
import type { Environment } from '../../src/model/environment';
import { didYouMean } from '../../src/model/suggest';
import { quantity } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import { type CpuInput, cpuText, type SizeInput, sizeText } from './values';

/** What a container asks for. */
export interface ContainerResources {
  /** CPU request; no limit is set, since throttling hurts more than it protects. */
  readonly cpu: CpuInput;
  /** Memory request and limit: equal, so that a full node kills nobody else. */
  readonly memory: SizeInput;
  /** Local disk request and limit. `@default` - none is stated */
  readonly ephemeralStorage?: SizeInput;
  /** At least `cpu`. `@default` - none on nodes; on Fargate the request, which is what is billed */
  readonly cpuLimit?: CpuInput;
}

/** A size by its name in the environment's settings, or the numbers themselves. */
export type SizeName = string;

/** @param billed on Fargate, where a container gets what it requests and no more */
export function resourceRequirements(
  input: SizeName | ContainerResources,
  environment: Environment,
  billed: boolean,
  problems: Problems,
): ResourceRequirements {
  const size = typeof input === 'string' ? sizeNamed(input, environment, problems) : input;
  if (size === undefined) return {};
  const texts = {
    cpu: cpuText(size.cpu),
    memory: sizeText(size.memory),
    ephemeralStorage: size.ephemeralStorage === undefined ? undefined : sizeText(size.ephemeralStorage),
    cpuLimit: size.cpuLimit === undefined ? undefined : cpuText(size.cpuLimit),
  };
  judgeQuantities(texts, problems);
  const cpuLimit = texts.cpuLimit ?? (billed ? texts.cpu : undefined);
  const shared = {
    memory: quantity(texts.memory),
    ...(texts.ephemeralStorage === undefined ? {} : { 'ephemeral-storage': quantity(texts.ephemeralStorage) }),
  };
  return {
    requests: { cpu: quantity(texts.cpu), ...shared },
    limits: { ...(cpuLimit === undefined ? {} : { cpu: quantity(cpuLimit) }), ...shared },
  };
}

function sizeNamed(name: string, environment: Environment, problems: Problems): ContainerResources | undefined {
  const found = Object.hasOwn(environment.sizes, name) ? environment.sizes[name] : undefined;
  if (found !== undefined) return found;
  const names = Object.keys(environment.sizes);
  problems.add(
    `environment ${environment.name} has no size "${name}".${didYouMean(name, names)}`,
    names.length === 0
      ? 'declare `sizes` in environments/defaults.yaml, or give { cpu, memory }.'
      : `use one of: ${names.join(', ')}, or give { cpu, memory }.`,
  );
  return undefined;
}

interface ResourceTexts {
  readonly cpu: string;
  readonly memory: string;
  readonly ephemeralStorage: string | undefined;
  readonly cpuLimit: string | undefined;
}

/** What is not a quantity, or is one and yet cannot be meant. */
function judgeQuantities(texts: ResourceTexts, problems: Problems): void {
  for (const [name, text] of Object.entries(texts)) problems.quantity(name, text);
  const { cpu, memory, cpuLimit } = texts;
  problems.unless(
    !/\dm$/.test(memory),
    `memory is ${memory}, which is thousandths of a byte: the container would be killed at once.`,
    `write ${memory.replace(/m$/, 'Mi')}.`,
  );
  const [asked, limit] = [parseQuantity(cpu), parseQuantity(cpuLimit ?? cpu)];
  problems.unless(
    asked === undefined || limit === undefined || limit >= asked,
    `cpuLimit ${cpuLimit} is below cpu ${cpu}; the server refuses it.`,
    'raise cpuLimit, or leave it out.',
  );
}
