/** What the compiler refuses of Jobs. */
import type {
  Accelerators,
  BatchJobProps,
  ClaimedDevices,
  DeviceClaimProps,
  FabricAdapters,
  JobSetFailureRule,
  JobSetProps,
  OneOffJobProps,
  ScaledJobProps,
  ScheduledJobProps,
} from 'cdk8s-eks';

const image = 'example.com/train:1';
const triggers = [{ cron: { timezone: 'Etc/UTC', start: '0 8 * * *', end: '0 18 * * *', desiredReplicas: 1 } }];

export const right: BatchJobProps = {
  image,
  accelerator: { kind: 'neuron', count: 16 },
  efa: { interfaces: 8 },
  jobSet: { replicatedJobs: { driver: { accelerator: 'none' }, workers: { replicas: 2 } } },
};
export const rightScaled: ScaledJobProps = { image, triggers, maxReplicas: 3 };

// @ts-expect-error the maker of the device, not its model
export const model: Accelerators = { kind: 'h100', count: 1 };
// @ts-expect-error how many of them
export const noCount: Accelerators = { kind: 'amd' };
// @ts-expect-error a number of interfaces
export const interfaces: FabricAdapters = { interfaces: '8' };
// @ts-expect-error devices are said beside runOn, and once
export const twice: BatchJobProps = { image, runOn: { gpu: { kind: 'nvidia', count: 1 } } };
// @ts-expect-error a batch job always ends
export const always: BatchJobProps = { image, restartPolicy: 'Always' };
// @ts-expect-error nobody asks a Job whether it is ready
export const probed: BatchJobProps = { image, readiness: { tcp: 80 } };
// @ts-expect-error a queue has a name
export const queue: BatchJobProps = { image, queue: { priorityClass: 'high' } };
// @ts-expect-error a set has Jobs
export const noJobs: JobSetProps = { successPolicy: { operator: 'All' } };
// @ts-expect-error names belong to the whole set
export const named: JobSetProps = { replicatedJobs: { workers: { name: 'a' } } };
// @ts-expect-error so does the ServiceAccount
export const account: JobSetProps = { replicatedJobs: { workers: { serviceAccount: 'a' } } };
// @ts-expect-error a Job waits for readiness or the end of another
export const after: JobSetProps = { replicatedJobs: { a: { dependsOn: { replicatedJob: 'b', status: 'Started' } } } };
// @ts-expect-error All or Any
export const most: JobSetProps = { replicatedJobs: {}, successPolicy: { operator: 'Most' } };
// @ts-expect-error the action is not a policy of Pods
export const ignore: JobSetFailureRule = { action: 'Ignore' };
// @ts-expect-error the class of the devices
export const noClass: ClaimedDevices = { count: 1 };
// @ts-expect-error All is the only word
export const some: ClaimedDevices = { deviceClass: 'gpu.nvidia.com', count: 'Some' };
// @ts-expect-error what is claimed
export const nothing: DeviceClaimProps = { shared: true };
// @ts-expect-error Jobs of KEDA have a bound
export const boundless: ScaledJobProps = { image, triggers };
// @ts-expect-error KEDA starts and stops them
export const suspended: ScaledJobProps = { image, triggers, maxReplicas: 3, suspend: true };
// @ts-expect-error gradual or immediate
export const rollout: ScaledJobProps = { image, triggers, maxReplicas: 3, rollout: 'slow' };
// @ts-expect-error when it runs
export const noSchedule: ScheduledJobProps = { image };
// @ts-expect-error a phase of Argo CD
export const phase: OneOffJobProps = { image, hook: { when: 'Presync' } };
