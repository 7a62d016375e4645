import type { Quantity, ResourceQuotaSpec, ScopedResourceSelectorRequirement } from '../../imports/k8s';
import type { CpuText, QuantityText, SizeText } from '../../src/grammar/amounts';
import type { QuotaScope } from '../../src/knowledge/kubernetes/quota-scopes';
import type { Environment } from '../../src/model/environment';
import { judgeQuotaScopes } from '../../src/model/quota-scopes';
import { judged } from '../scheduling/judged';
import { quantity } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import { type Named, nameOf } from '../workload/values';

/**
 * What some Pods, or some claims, may use at most, beside the quota of the whole namespace: a Pod has to have room in each
 * quota that it counts in.
 */
export interface ScopedQuota {
  /** Name of the ResourceQuota; not `tenant`. A new name makes a new quota. */
  readonly name: string;
  /** Which Pods count: those that all of these say. `@default` - all, or those of `priorityClasses` */
  readonly scopes?: readonly Exclude<QuotaScope, 'PriorityClass' | 'VolumeAttributesClass'>[];
  /** Pods of these PriorityClasses count; `'any'` means Pods that name one. `@default` - Pods of any class and of none */
  readonly priorityClasses?: readonly Named[] | 'any';
  /** Pods of these PriorityClasses do not count. `@default` - none */
  readonly exceptPriorityClasses?: readonly Named[];
  /** Claims of these VolumeAttributesClasses count; Kubernetes has that since 1.34. `@default` - claims of any class and of none */
  readonly volumeAttributesClasses?: readonly Named[];
  /** Sum of CPU requests. `@default` - not bounded */
  readonly cpu?: CpuText;
  /** Sum of memory requests, and of memory limits. `@default` - not bounded */
  readonly memory?: SizeText;
  /** Pods that may exist at once. `@default` - not bounded */
  readonly pods?: number;
  /** Sum of what claims ask for. `@default` - not bounded */
  readonly storage?: SizeText;
  /** Further bounds, as Kubernetes names them, such as `requests.nvidia.com/gpu` or `count/jobs.batch`; they win. `@default` - none */
  readonly hard?: Readonly<Record<string, QuantityText | number>>;
}

export function scopedSpec(quota: ScopedQuota): ResourceQuotaSpec {
  const { scopes = [] } = quota;
  const matchExpressions = expressionsOf(quota);
  return {
    hard: boundsOf(quota),
    ...(scopes.length === 0 ? {} : { scopes: [...scopes] }),
    ...(matchExpressions.length === 0 ? {} : { scopeSelector: { matchExpressions } }),
  };
}

function expressionsOf(quota: ScopedQuota): ScopedResourceSelectorRequirement[] {
  const { priorityClasses, exceptPriorityClasses, volumeAttributesClasses } = quota;
  const found: ScopedResourceSelectorRequirement[] = [];
  if (priorityClasses === 'any') found.push({ scopeName: 'PriorityClass', operator: 'Exists' });
  else if (priorityClasses !== undefined)
    found.push({ scopeName: 'PriorityClass', operator: 'In', values: priorityClasses.map(nameOf) });
  if (exceptPriorityClasses !== undefined)
    found.push({ scopeName: 'PriorityClass', operator: 'NotIn', values: exceptPriorityClasses.map(nameOf) });
  if (volumeAttributesClasses !== undefined)
    found.push({ scopeName: 'VolumeAttributesClass', operator: 'In', values: volumeAttributesClasses.map(nameOf) });
  return found;
}

function boundsOf({ cpu, memory, pods, storage, hard = {} }: ScopedQuota): Record<string, Quantity> {
  const bounds = {
    'requests.cpu': cpu,
    'requests.memory': memory,
    'limits.memory': memory,
    pods,
    'requests.storage': storage,
    ...hard,
  };
  return Object.fromEntries(
    Object.entries(bounds).flatMap(([key, value]) => (value === undefined ? [] : [[key, quantity(String(value))]])),
  );
}

export function scopedQuotaProblems(
  quotas: readonly ScopedQuota[],
  { kubernetesVersion }: Environment,
  problems: Problems,
): void {
  const names = new Set(['tenant']);
  for (const [index, quota] of quotas.entries()) {
    const at = `scopedQuotas[${index}]`;
    const { name, cpu, memory, storage, pods, hard = {} } = quota;
    problems.unless(
      !names.has(name),
      `${at} is called "${name}", as another quota of the namespace is.`,
      'give it a name of its own.',
    );
    names.add(name);
    for (const [key, text] of Object.entries({ cpu, memory, storage })) problems.quantity(`${at}.${key}`, text);
    for (const [key, text] of Object.entries(hard)) problems.quantity(`${at}.hard.${key}`, String(text));
    problems.integer(`${at}.pods`, pods, 0);
    const spec = scopedSpec(quota);
    problems.unless(
      Object.keys(spec.hard ?? {}).length > 0,
      `${at} bounds nothing.`,
      'give cpu, memory, pods, storage or hard.',
    );
    const verdicts = judgeQuotaScopes({ spec }, kubernetesVersion);
    judged(
      verdicts.map((one) => ({ ...one, what: `${at}, "${name}": ${one.what}` })),
      problems,
    );
  }
}
