import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { LOCAL_QUEUE } from '../../src/knowledge/kubernetes/kueue';
import { defined } from '../../src/model/defined';
import { customObject, type ObjectProps } from '../shared/custom-object';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { type NamedObject, nameOf } from '../workload/values';
import type { QueueStopPolicy } from './cluster-queue-props';

export interface LocalQueueProps extends ObjectProps {
  /** The ClusterQueue that it leads to, by its name or itself. Cannot be changed later. */
  readonly clusterQueue: NamedObject;
  /** Weight among LocalQueues, where Kueue is set to share fairly at admission. From 0. `@default` 1 (Kueue) */
  readonly fairSharingWeight?: number;
  /** Stops what waits in it. `@default` - it is not stopped (Kueue) */
  readonly stopPolicy?: QueueStopPolicy;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly localQueue?: Patch };
}

/**
 * Where Jobs of a namespace wait for room in a ClusterQueue. Name it as `queue` of a BatchJob, OneOffJob or ScheduledJob.
 * @throws ToolError with everything that is wrong with the properties
 * @finding k8s/no-missing-queue
 * @see https://kueue.sigs.k8s.io/docs/concepts/local_queue/
 * @example
 * import { BatchJob, LocalQueue } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const fold = (chart: Chart) =>
 *   new BatchJob(chart, 'fold', {
 *     image: 'example.com/fold:2.1',
 *     queue: new LocalQueue(chart, 'nightly', { clusterQueue: 'research' }),
 *   });
 */
export class LocalQueue extends Construct {
  /** What is made. */
  readonly localQueue: ApiObject;
  /** For `queue` of Jobs. */
  readonly name: string;
  /** Its kind, which tells it from others of its name. */
  readonly kind = 'LocalQueue' as const;

  constructor(scope: Construct, id: string, props: LocalQueueProps) {
    super(scope, id);
    const problems = problemsWith(this, 'LocalQueue', props, LocalQueue);
    this.name = props.name ?? id;
    const { clusterQueue, fairSharingWeight: weight, stopPolicy } = props;
    problems.unless(
      weight === undefined || weight >= 0,
      `fairSharingWeight is ${weight}; Kueue takes numbers from 0.`,
      'use 1 for what others have.',
    );
    problems.raise();
    const spec = {
      clusterQueue: nameOf(clusterQueue),
      ...defined({ fairSharing: weight === undefined ? undefined : { weight }, stopPolicy }),
    };
    this.localQueue = customObject(this, 'LocalQueue', LOCAL_QUEUE, { ...props, name: this.name }, spec);
    override(this.localQueue, props.overrides?.localQueue);
  }
}
