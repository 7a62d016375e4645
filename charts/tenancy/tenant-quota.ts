import type { Quantity } from '../../imports/k8s';
import { quantity } from '../shared/kube-values';
import type { Problems } from '../shared/problems';

/** What a tenant may use at most. Quantities as Kubernetes writes them. */
export interface TenantQuota {
  /** Sum of CPU requests. There is no limit on CPU limits: it would force one on every Pod. */
  readonly cpu: string;
  /** Sum of memory requests, and of memory limits. */
  readonly memory: string;
  readonly pods?: number;
  /** Sum of what claims ask for. */
  readonly storage?: string;
  readonly claims?: number;
  /** Services of type LoadBalancer, each of which is paid for. */
  readonly loadBalancers?: number;
}

/** Requests of containers that state none, without which a namespace with a quota refuses their Pods. */
export interface TenantDefaults {
  /** `@default` 50m */
  readonly cpu?: string;
  /** `@default` 64Mi */
  readonly memory?: string;
  /** Memory limit of containers that state none; one that requests more and states no limit is refused. `@default` - the same as `memory` */
  readonly memoryLimit?: string;
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
  for (const name of ['pods', 'claims', 'loadBalancers'] as const) {
    const count = quota[name];
    problems.unless(
      count === undefined || (Number.isInteger(count) && count >= 0),
      `quota.${name} is ${count}.`,
      'use a whole number from 0.',
    );
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

export function defaultsProblems({ memory = '64Mi', memoryLimit }: TenantDefaults, problems: Problems): void {
  const [request, limit] = [mebibytes(memory), mebibytes(memoryLimit)];
  problems.unless(
    request === undefined || limit === undefined || limit >= request,
    `defaults.memoryLimit ${memoryLimit} is below memory ${memory}; the server refuses the LimitRange.`,
    'raise memoryLimit, or leave it out.',
  );
}

/** Of the plain forms `64Mi` and `1.5Gi`. */
function mebibytes(text: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(Mi|Gi)$/.exec(text ?? '');
  return match === null ? undefined : Number(match[1]) * (match[2] === 'Gi' ? 1024 : 1);
}
