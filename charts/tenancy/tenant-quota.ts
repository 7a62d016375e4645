import type { Quantity } from '../../imports/k8s';
import type { CpuText, SizeText } from '../../src/grammar/amounts';
import { parseQuantity } from '../../src/grammar/quantity';
import { quantity } from '../shared/kube-values';
import type { Problems } from '../shared/problems';

/** What a tenant may use at most. Quantities as Kubernetes writes them. */
export interface TenantQuota {
  /** Sum of CPU requests. There is no limit on CPU limits: it would force one on every Pod. */
  readonly cpu: CpuText;
  /** Sum of memory requests, and of memory limits. */
  readonly memory: SizeText;
  /** Pods that may exist at once. */
  readonly pods?: number;
  /** Sum of what claims ask for. */
  readonly storage?: SizeText;
  /** PersistentVolumeClaims that may exist at once. */
  readonly claims?: number;
  /** Services of type LoadBalancer, each of which is paid for. */
  readonly loadBalancers?: number;
}

/** Requests of containers that state none, without which a namespace with a quota refuses their Pods. */
export interface TenantDefaults {
  /** CPU request of containers that state none. `@default` 50m */
  readonly cpu?: CpuText;
  /** Memory request of containers that state none. `@default` 64Mi */
  readonly memory?: SizeText;
  /** Memory limit of containers that state none; one that requests more and states no limit is refused. `@default` - the same as `memory` */
  readonly memoryLimit?: SizeText;
}

export function hardLimits(quota: TenantQuota): Record<string, Quantity> {
  const counts = {
    pods: quota.pods,
    'requests.storage': quota.storage,
    persistentvolumeclaims: quota.claims,
    'services.loadbalancers': quota.loadBalancers,
  };
  const hard: Record<string, Quantity> = {
    'requests.cpu': quantity(quota.cpu),
    'requests.memory': quantity(quota.memory),
    'limits.memory': quantity(quota.memory),
  };
  for (const [key, value] of Object.entries(counts)) if (value !== undefined) hard[key] = quantity(String(value));
  return hard;
}

export function quotaProblems(quota: TenantQuota, problems: Problems): void {
  const { cpu, memory, storage } = quota;
  for (const [name, text] of Object.entries({ cpu, memory, storage })) problems.quantity(`quota.${name}`, text);
  for (const name of ['pods', 'claims', 'loadBalancers'] as const) {
    problems.integer(`quota.${name}`, quota[name], 0);
  }
}

export function containerDefaults(defaults: TenantDefaults): {
  readonly type: 'Container';
  readonly defaultRequest: Record<string, Quantity>;
  readonly default: Record<string, Quantity>;
} {
  const { cpu = '50m', memory = '64Mi', memoryLimit = memory } = defaults;
  return {
    type: 'Container',
    defaultRequest: { cpu: quantity(cpu), memory: quantity(memory) },
    default: { memory: quantity(memoryLimit) },
  };
}

export function defaultsProblems(defaults: TenantDefaults, problems: Problems): void {
  const { cpu, memory = '64Mi', memoryLimit } = defaults;
  for (const [name, text] of Object.entries({ cpu, memory, memoryLimit })) problems.quantity(`defaults.${name}`, text);
  const [request, limit] = [parseQuantity(memory), parseQuantity(memoryLimit ?? memory)];
  problems.unless(
    request === undefined || limit === undefined || limit >= request,
    `defaults.memoryLimit ${memoryLimit} is below memory ${memory}; the server refuses the LimitRange.`,
    'raise memoryLimit, or leave it out.',
  );
}
