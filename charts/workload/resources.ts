import type { Quantity, ResourceClaim, ResourceRequirements } from '../../imports/k8s';
import type { QuantityText } from '../../src/grammar/amounts';
import { parseQuantity } from '../../src/grammar/quantity';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import { wrongHugePages } from '../../src/model/huge-pages';
import { setOwn } from '../../src/model/json';
import { didYouMean } from '../../src/model/suggest';
import { quantity } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import { type CpuInput, cpuText, type SizeInput, sizeText } from './values';

/** What a container asks for. */
export interface ContainerResources {
  /** CPU request; `'none'` states nothing. No limit is set, since throttling hurts more than it protects. */
  readonly cpu: CpuInput | 'none';
  /** Memory request; `'none'` states nothing, and then the Pod is among the first to be evicted. */
  readonly memory: SizeInput | 'none';
  /**
   * Most memory, at least `memory`: above it the container is killed. `'none'` sets no limit.
   * @default - `memory`, so that a full node kills nobody else
   */
  readonly memoryLimit?: SizeInput | 'none';
  /** Local disk request and limit. `@default` - none is stated */
  readonly ephemeralStorage?: SizeInput;
  /** At least `cpu`. `@default` - none on nodes; on Fargate the request, which is what is billed */
  readonly cpuLimit?: CpuInput;
  /** Devices and pages of the node, such as `nvidia.com/gpu`: request and limit alike. `@default` - none */
  readonly extended?: Readonly<Record<string, number | QuantityText>>;
  /** Claims of the Pod's `resourceClaims` that this container uses. `@default` - none */
  readonly claims?: readonly ResourceClaim[];
}

/** A size by its name in the environment's settings, or the numbers themselves. */
export type SizeName = string;

/** @param billed on Fargate, where a container gets what it requests and no more */
export function resourceRequirements(
  input: SizeName | ContainerResources,
  environment: Environment,
  billed: boolean,
  problems: Problems,
): ResourceRequirements | undefined {
  if (input === 'none') return undefined;
  const size = typeof input === 'string' ? sizeNamed(input, environment, problems) : input;
  if (size === undefined) return {};
  const texts = textsOf(size, billed);
  judgeQuantities(texts, problems);
  const { claims, extended = {} } = size;
  for (const [name, amount] of Object.entries(extended)) judgeExtended(name, amount, problems);
  const both = { 'ephemeral-storage': texts.ephemeralStorage, ...extended };
  const requests = quantities({ cpu: texts.cpu, memory: texts.memory, ...both });
  const limits = quantities({ cpu: texts.cpuLimit, memory: texts.memoryLimit, ...both });
  return {
    ...(Object.keys(requests).length === 0 ? {} : { requests }),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
    ...defined({ claims: claims && [...claims] }),
  };
}

function quantities(texts: Readonly<Record<string, string | number | undefined>>): Record<string, Quantity> {
  const found: Record<string, Quantity> = {};
  for (const name in texts) if (texts[name] !== undefined) setOwn(found, name, quantity(String(texts[name])));
  return found;
}

function textsOf(size: ContainerResources, billed: boolean): ResourceTexts {
  const cpu = size.cpu === 'none' ? undefined : cpuText(size.cpu);
  const memory = size.memory === 'none' ? undefined : sizeText(size.memory);
  const { memoryLimit, ephemeralStorage, cpuLimit } = size;
  const ownLimit = memoryLimit === undefined || memoryLimit === 'none' ? undefined : sizeText(memoryLimit);
  return {
    cpu,
    memory,
    memoryLimit: memoryLimit === undefined ? memory : ownLimit,
    ephemeralStorage: ephemeralStorage && sizeText(ephemeralStorage),
    cpuLimit: (cpuLimit && cpuText(cpuLimit)) ?? (billed ? cpu : undefined),
  };
}

function judgeExtended(name: string, amount: number | string, problems: Problems): void {
  problems.unless(
    name.includes('/') || name.startsWith('hugepages-'),
    `resources.extended has "${name}": the server knows no such resource of a container.`,
    'write it with its domain, such as nvidia.com/gpu; cpu, memory and ephemeralStorage have properties of their own.',
  );
  if (typeof amount === 'number') problems.integer(`resources.extended["${name}"]`, amount, 0);
  else problems.quantity(`resources.extended["${name}"]`, amount);
  const wrong = wrongHugePages(name, amount);
  problems.unless(
    wrong === undefined,
    `resources.extended["${name}"] is ${amount}: ${wrong}; the server refuses it.`,
    'use a multiple of the size of a page.',
  );
  problems.unless(
    typeof amount === 'number' ||
      !name.includes('/') ||
      name.includes('kubernetes.io/') ||
      Number.isInteger(parseQuantity(amount) ?? 0),
    `resources.extended["${name}"] is ${amount}: nobody gets a part of a device, and the server refuses it.`,
    'use a whole number.',
  );
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
  readonly cpu: string | undefined;
  readonly memory: string | undefined;
  readonly memoryLimit: string | undefined;
  readonly ephemeralStorage: string | undefined;
  readonly cpuLimit: string | undefined;
}

/** What is not a quantity, or is one and yet cannot be meant. */
function judgeQuantities(texts: ResourceTexts, problems: Problems): void {
  const { cpu, memory, ephemeralStorage, cpuLimit } = texts;
  const memoryLimit = texts.memoryLimit === memory ? undefined : texts.memoryLimit;
  for (const [name, text] of Object.entries({ cpu, memory, ephemeralStorage, cpuLimit, memoryLimit }))
    problems.quantity(name, text);
  for (const [name, text] of Object.entries({ memory, memoryLimit }))
    if (text !== undefined && /\dm$/.test(text))
      problems.add(
        `${name} is ${text}, which is thousandths of a byte: the container would be killed at once.`,
        `write ${text.replace(/m$/, 'Mi')}.`,
      );
  judgeLimit('cpu', cpu, cpuLimit, problems);
  judgeLimit('memory', memory, memoryLimit, problems);
}

function judgeLimit(name: string, request: string | undefined, limit: string | undefined, problems: Problems): void {
  if (request === undefined || limit === undefined) return;
  const [asked, most] = [parseQuantity(request), parseQuantity(limit)];
  problems.unless(
    asked === undefined || most === undefined || most >= asked,
    `${name}Limit ${limit} is below ${name} ${request}; the server refuses it.`,
    `raise ${name}Limit, or leave it out.`,
  );
}
