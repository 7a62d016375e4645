import type { PodFailurePolicy } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import type { DeviceNames } from '../scheduling/placement-context';
import type { BatchPodProps } from './batch-pod-props';
import type { JobProps } from './job-props';
import type { PodProps } from './pod-props';

/** What the properties of a BatchJob are called that ask for devices. */
export const OF_BATCH_JOB: DeviceNames = { gpu: 'accelerator', efa: 'efa', deviceClaims: 'deviceClaims' };

/** The Pod as all workloads have it. */
export function podPropsOf(props: BatchPodProps): PodProps {
  const { accelerator, efa, deviceClaims } = props;
  return { ...props, runOn: { ...props.runOn, ...defined({ gpu: accelerator, efa, deviceClaims }) } };
}

/**
 * A Pod that somebody takes away is not a failure of the program.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy
 */
const TAKEN_AWAY: PodFailurePolicy = {
  rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }],
};

/** The Job as all Jobs have it. */
export function jobPropsOf(props: BatchPodProps, ttlSecondsAfterFinished: number | 'none'): JobProps {
  const { podFailurePolicy: given, restartPolicy = 'Never', ...job } = props;
  const policy = given ?? (restartPolicy === 'Never' ? TAKEN_AWAY : undefined);
  return {
    ...job,
    restartPolicy,
    ttlSecondsAfterFinished,
    ...defined({ podFailurePolicy: policy === 'none' ? undefined : policy }),
  };
}
