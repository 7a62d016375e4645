import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { VERTICAL_POD_AUTOSCALER } from '../../src/knowledge/kubernetes/vertical-autoscaling';
import { judgeVertical } from '../../src/model/autoscaling/judge-vertical';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { judged } from '../scheduling/judged';
import { customObject, type ObjectProps } from '../shared/custom-object';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { type CpuInput, cpuText, type SizeInput, sizeText } from '../workload/values';
import { judgeTargetNamespace, type MeasuredInput, targetReference } from './scale-target';

/** An amount of CPU and memory. */
export interface ResourceAmounts {
  /** Such as `250m`. `@default` - no bound */
  readonly cpu?: CpuInput;
  /** Such as `512Mi`. `@default` - no bound */
  readonly memory?: SizeInput;
}

/** What may be recommended for one container. */
export interface VerticalContainerPolicy {
  /** `Off` recommends nothing for the container. `@default` Auto (VerticalPodAutoscaler) */
  readonly mode?: 'Auto' | 'Off';
  /** The least that is recommended. `@default` - what the recommender takes for the least */
  readonly minAllowed?: ResourceAmounts;
  /** The most that is recommended: keep it below what a node has, or Pods find none. `@default` - no bound */
  readonly maxAllowed?: ResourceAmounts;
  /** The resources that are recommended. `@default` - cpu and memory (VerticalPodAutoscaler) */
  readonly controlledResources?: readonly ('cpu' | 'memory')[];
  /** `RequestsOnly` leaves limits as they are. `@default` RequestsAndLimits (VerticalPodAutoscaler), in proportion */
  readonly controlledValues?: 'RequestsAndLimits' | 'RequestsOnly';
}

/** When Pods may be evicted for other requests. All of them have to hold. */
export interface EvictionRequirement {
  /** The resources that are compared. */
  readonly resources: readonly ('cpu' | 'memory')[];
  /** Whether more or less than now has to be recommended. */
  readonly changeRequirement: 'TargetHigherThanRequests' | 'TargetLowerThanRequests';
}

export interface VerticalPodAutoscalerProps extends ObjectProps {
  /** The workload that is measured: one of ours, an object of cdk8s or cdk8s-plus, or its kind and name. */
  readonly target: MeasuredInput;
  /**
   * `Off` writes recommendations into its status and changes nothing. `Initial` sets requests of new Pods, `Recreate` evicts
   * Pods for it, `InPlaceOrRecreate` resizes them where they can be (Kubernetes 1.33). Nothing of it shows in Git.
   * @default Off
   */
  readonly mode?: 'Off' | 'Initial' | 'Recreate' | 'InPlaceOrRecreate';
  /** Pods that have to run before one is evicted, from 1. `@default` - the updater's flag, 2 */
  readonly minReplicas?: number;
  /** By the name of the container; `*` is all others. `@default` - no bounds */
  readonly containers?: Readonly<Record<string, VerticalContainerPolicy>>;
  /** When a Pod may be evicted for other requests. `@default` - whatever changes */
  readonly evictionRequirements?: readonly EvictionRequirement[];
  /** Another recommender than the cluster's own. `@default` default (VerticalPodAutoscaler) */
  readonly recommender?: string;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly verticalPodAutoscaler?: Patch };
}

/**
 * Learns what CPU and memory the Pods of a workload need, and recommends requests. It changes them only by an explicit
 * `mode`. The operator is not part of EKS: a platform app installs it.
 * @throws ToolError with everything that is wrong with the properties
 * @finding k8s/valid-vertical-autoscaler
 * @finding k8s/no-missing-autoscaler-target
 * @see https://github.com/kubernetes/autoscaler/blob/vertical-pod-autoscaler-1.7.1/vertical-pod-autoscaler/docs/api.md
 * @example
 * import { VerticalPodAutoscaler, type WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const measure = (chart: Chart, web: WebService) =>
 *   new VerticalPodAutoscaler(chart, 'web-size', { target: web, containers: { web: { maxAllowed: { memory: '2Gi' } } } });
 */
export class VerticalPodAutoscaler extends Construct {
  /** What is made. */
  readonly verticalPodAutoscaler: ApiObject;
  /** Name of the VerticalPodAutoscaler. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: VerticalPodAutoscalerProps) {
    super(scope, id);
    const problems = problemsWith(this, 'VerticalPodAutoscaler', props, VerticalPodAutoscaler);
    const { name = id } = props;
    this.name = name;
    problems.integer('minReplicas', props.minReplicas, 1);
    judgeTargetNamespace(this, props.target, problems);
    judgeAmounts(props, problems);
    const spec = specOf(props);
    const minor = Number(environmentOf(this).kubernetesVersion.split('.')[1]);
    judged(judgeVertical({ spec }, minor), problems);
    problems.raise();
    const { group, version, kind } = VERTICAL_POD_AUTOSCALER;
    const identity = { apiVersion: `${group}/${version}`, kind };
    this.verticalPodAutoscaler = customObject(this, 'Autoscaler', identity, { ...props, name }, spec);
    override(this.verticalPodAutoscaler, props.overrides?.verticalPodAutoscaler);
  }
}

function specOf(props: VerticalPodAutoscalerProps): object {
  const { target, mode = 'Off', minReplicas, evictionRequirements, containers, recommender } = props;
  return {
    targetRef: targetReference(target),
    updatePolicy: { updateMode: mode, ...defined({ minReplicas, evictionRequirements }) },
    ...(containers === undefined ? {} : { resourcePolicy: { containerPolicies: policiesOf(containers) } }),
    ...(recommender === undefined ? {} : { recommenders: [{ name: recommender }] }),
  };
}

function policiesOf(containers: Readonly<Record<string, VerticalContainerPolicy>>): object[] {
  return Object.entries(containers).map(([containerName, { minAllowed, maxAllowed, ...policy }]) => ({
    containerName,
    ...policy,
    ...defined({ minAllowed: minAllowed && amountsOf(minAllowed), maxAllowed: maxAllowed && amountsOf(maxAllowed) }),
  }));
}

function amountsOf({ cpu, memory }: ResourceAmounts): { readonly cpu?: string; readonly memory?: string } {
  return defined({ cpu: cpu && cpuText(cpu), memory: memory && sizeText(memory) });
}

function judgeAmounts({ containers = {} }: VerticalPodAutoscalerProps, problems: Problems): void {
  for (const [name, { minAllowed = {}, maxAllowed = {} }] of Object.entries(containers))
    for (const [bound, amounts] of Object.entries({ minAllowed, maxAllowed }))
      for (const [resource, amount] of Object.entries(amountsOf(amounts)))
        problems.quantity(`containers.${name}.${bound}.${resource}`, amount);
}
