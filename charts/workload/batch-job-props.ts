import type { Patch } from '../shared/override';
import type { BatchPodProps } from './batch-pod-props';
import type { ContainerPatches } from './container-patches';
import type { JobSetProps } from './job-set-props';
import type { QueueInput } from './queue';

/** What a Job on accelerators can be told. */
export interface BatchJobProps extends BatchPodProps {
  /**
   * Seconds after its end until the Job is deleted, from 0. Argo CD makes a Job that is gone from the cluster and not from Git
   * again, which runs it again: delete it in Git first. `@default` none: the Job stays readable
   */
  readonly ttlSecondsAfterFinished?: number | 'none';
  /**
   * LocalQueue of Kueue that the Job waits in. Kueue then writes `suspend`, node selectors and tolerations, and the Application
   * leaves them alone. Changing it while the Job runs is refused. `@default` - the Job starts at once
   */
  readonly queue?: QueueInput;
  /** Several Jobs that run together, by the operator JobSet, instead of one Job. `@default` - one Job */
  readonly jobSet?: JobSetProps;
  /** Changes to single fields of what is made; `null` removes a field. `container` is the main one of each Pod. */
  readonly overrides?: ContainerPatches &
    Readonly<Partial<Record<'job' | 'jobSet' | 'container' | 'serviceAccount', Patch>>>;
}
