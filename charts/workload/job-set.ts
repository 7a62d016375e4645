import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { type ObjectMeta, type PodTemplateSpec, toJson_JobSpec } from '../../imports/k8s';
import { JOB_SET, REPLICATED_JOBS, REPLICATED_POD } from '../../src/knowledge/kubernetes/batch';
import { defined } from '../../src/model/defined';
import type { BatchJobProps } from './batch-job-props';
import { jobPropsOf } from './batch-pod';
import type { BatchPodProps } from './batch-pod-props';
import { patchContainers } from './container-patches';
import type { JobProps } from './job-props';
import type { JobSetProps, ReplicatedJobProps } from './job-set-props';
import { jobSpec } from './job-spec';

/** Jobs of one kind, as they are made. */
export interface ReplicatedJob {
  readonly name: string;
  readonly props: ReplicatedJobProps;
  readonly job: JobProps;
  readonly template: PodTemplateSpec;
}

/** Each kind of Job with what the BatchJob says where it says nothing itself. */
export function replicatedJobs(
  all: BatchJobProps,
  kinds: JobSetProps['replicatedJobs'],
  templateOf: (props: BatchPodProps) => PodTemplateSpec,
): readonly ReplicatedJob[] {
  return Object.entries(kinds).map(([name, props]) => {
    const whole = wholeOf(all, props);
    const { suspend: _suspend, managedBy: _managedBy, ...job } = jobPropsOf(whole, 'none');
    return { name, props, job, template: templateOf(whole) };
  });
}

function wholeOf(all: BatchJobProps, props: ReplicatedJobProps): BatchPodProps {
  const { replicas: _replicas, dependsOn: _dependsOn, accelerator, ...own } = props;
  const { accelerator: common, ...rest } = all;
  const devices = accelerator === 'none' ? undefined : (accelerator ?? common);
  const env = { ...all.env, ...own.env };
  return {
    ...rest,
    ...own,
    ...(Object.keys(env).length === 0 ? {} : { env }),
    ...defined({ accelerator: devices }),
  };
}

/** The object's specification, before it is made. */
export function jobSetSpec(
  props: BatchJobProps & { readonly jobSet?: JobSetProps },
  jobs: readonly ReplicatedJob[],
): object {
  const { suspend, managedBy, ttlSecondsAfterFinished, jobSet } = props;
  const { successPolicy, failurePolicy, network, coordinator } = jobSet ?? {};
  return {
    replicatedJobs: jobs.map(replicatedJob),
    ...defined({
      successPolicy,
      failurePolicy,
      network,
      coordinator,
      suspend,
      managedBy,
      ttlSecondsAfterFinished: ttlSecondsAfterFinished === 'none' ? undefined : ttlSecondsAfterFinished,
    }),
  };
}

export function jobSetOf(scope: Construct, metadata: ObjectMeta, spec: object): ApiObject {
  return new ApiObject(scope, 'JobSet', { ...JOB_SET, metadata: { ...metadata }, spec });
}

function replicatedJob({ name, props: { replicas, dependsOn }, job, template }: ReplicatedJob): object {
  return {
    name,
    ...defined({ replicas }),
    ...(dependsOn && { dependsOn: [{ name: dependsOn.replicatedJob, status: dependsOn.status }] }),
    template: { spec: toJson_JobSpec(jobSpec(job, template)) },
  };
}

/** Changes to the containers of every kind of Job that has them. */
export function patchReplicated(
  object: ApiObject,
  { container, containers = {} }: NonNullable<BatchJobProps['overrides']>,
  jobs: readonly ReplicatedJob[],
): void {
  const has = ({ template: { spec } }: ReplicatedJob, name: string) =>
    [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])].some((one) => one.name === name);
  const isOfNobody = (name: string) => !jobs.some((job) => has(job, name));
  for (const [index, job] of jobs.entries()) {
    const own = Object.entries(containers).filter(([name]) => has(job, name) || isOfNobody(name));
    const at = [...REPLICATED_JOBS, index, ...REPLICATED_POD, 'spec'];
    const patches = { ...defined({ container }), containers: Object.fromEntries(own) };
    patchContainers(object, patches, job.template, at);
  }
}
