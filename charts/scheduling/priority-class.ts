import { Construct } from 'constructs';
import { KubePriorityClass } from '../../imports/k8s';
import { HIGHEST_PRIORITY, LOWEST_PRIORITY, SYSTEM_PRIORITY_PREFIX } from '../../src/knowledge/kubernetes/priorities';
import { defined } from '../../src/model/defined';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';

export interface PriorityClassProps {
  /** Name of the PriorityClass. `@default` the construct's id */
  readonly name?: string;
  /**
   * The higher comes first, and is evicted last where a node is full: -2147483648 to 1000000000. Pods without a class have 0.
   * Cannot be changed later. Karpenter does not look at it when it makes nodes.
   */
  readonly value: number;
  /** For what it is meant. `@default` - nothing is said */
  readonly description?: string;
  /** Whether Pods without a class get this one. One class of a cluster may be it. `@default` false */
  readonly isDefault?: boolean;
  /** `Never` waits for room, ahead of lower ones, and evicts nobody. `@default` PreemptLowerPriority (Kubernetes) */
  readonly preemptionPolicy?: 'Never' | 'PreemptLowerPriority';
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly priorityClass?: Patch };
}

/**
 * How much Pods matter beside others. Workloads name it by `priorityClassName`.
 * @throws ToolError with everything that the server would refuse
 * @finding k8s/valid-priority-class
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
 * @example
 * import { PriorityClass, ScheduledJob } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const report = (chart: Chart) =>
 *   new ScheduledJob(chart, 'report', {
 *     image: 'example.com/reports:3.2',
 *     schedule: '30 4 * * *',
 *     priorityClassName: new PriorityClass(chart, 'batch', { value: -100, preemptionPolicy: 'Never' }),
 *   });
 */
export class PriorityClass extends Construct {
  readonly priorityClass: KubePriorityClass;
  /** For `priorityClassName`. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: PriorityClassProps) {
    super(scope, id);
    const problems = problemsWith(this, 'PriorityClass', props, PriorityClass);
    const { value, description, isDefault, preemptionPolicy } = props;
    this.name = props.name ?? id;
    problems.unless(
      !this.name.startsWith(SYSTEM_PRIORITY_PREFIX),
      `a PriorityClass cannot be called "${this.name}": names that begin with ${SYSTEM_PRIORITY_PREFIX} are those of Kubernetes itself; the server refuses it.`,
      'give it another name.',
    );
    problems.integer('value', value, LOWEST_PRIORITY, HIGHEST_PRIORITY);
    problems.raise();
    this.priorityClass = new KubePriorityClass(this, 'PriorityClass', {
      metadata: { name: this.name },
      value,
      ...defined({ description, globalDefault: isDefault === true ? true : undefined, preemptionPolicy }),
    });
    override(this.priorityClass, props.overrides?.priorityClass);
  }
}
