import type { ResourceRequirements } from '../../imports/k8s';
import { quantity } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import { type CpuInput, cpuText, type SizeInput, sizeText } from './values';

/** What the containers of a Pod may use together; each container may leave its own numbers out. */
export interface PodResources {
  /** CPU request of the whole Pod. `@default` - the sum of the containers */
  readonly cpu?: CpuInput;
  /** Memory request of the whole Pod. `@default` - the sum of the containers */
  readonly memory?: SizeInput;
  /** Most CPU of the whole Pod. `@default` - the sum of the containers' limits */
  readonly cpuLimit?: CpuInput;
  /** Most memory of the whole Pod. `@default` - the sum of the containers' limits */
  readonly memoryLimit?: SizeInput;
}

export function podResources(input: PodResources | undefined, problems: Problems): ResourceRequirements | undefined {
  if (input === undefined) return undefined;
  const { cpu, memory, cpuLimit, memoryLimit } = input;
  const requests = amounts(cpu, memory, '', problems);
  const limits = amounts(cpuLimit, memoryLimit, 'Limit', problems);
  return {
    ...(Object.keys(requests).length === 0 ? {} : { requests }),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
  };
}

function amounts(cpu: CpuInput | undefined, memory: SizeInput | undefined, suffix: string, problems: Problems) {
  const texts = [
    ['cpu', cpu && cpuText(cpu)],
    ['memory', memory && sizeText(memory)],
  ] as const;
  return Object.fromEntries(
    texts.flatMap(([name, text]) => {
      problems.quantity(`podResources.${name}${suffix}`, text);
      return text === undefined ? [] : [[name, quantity(text)]];
    }),
  );
}
