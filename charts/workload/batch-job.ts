import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { KubeJob, type KubeServiceAccount, type PodTemplateSpec } from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import { onlyMade } from '../shared/made';
import { override } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import type { BatchJobProps } from './batch-job-props';
import { jobPropsOf, OF_BATCH_JOB, podPropsOf } from './batch-pod';
import type { BatchPodProps } from './batch-pod-props';
import { patchContainers } from './container-patches';
import { jobSetOf, jobSetSpec, patchReplicated, replicatedJobs } from './job-set';
import { jobSpec, judgeJob, judgeWholeJob } from './job-spec';
import { judgeJobSet } from './judge-job-set';
import { type Naming, namingOf, objectMetadata } from './labels';
import { podLabels, podTemplate } from './pod-template';
import { judgeQueue, queueAnnotations, queueLabels } from './queue';
import { runsOnFargate } from './runs-on-fargate';
import { judgeOwnAccount, ownServiceAccount } from './service-account';
import { Workload } from './workload';

/** Pods carry the name of the Job in a label. */
const LONGEST_NAME = 63;

/**
 * Work on accelerators that runs to its end, such as a training: Job, or JobSet, and ServiceAccount. A try is a new Pod, and a
 * Pod that Spot or a drain takes away counts as none. It waits in a `queue` of Kueue where one is given. The Job stays when
 * it has ended: a new run needs a new `name`, since nobody can change the Pods of a Job. It is last in a sync, which does not wait
 * for its end.
 * @throws ToolError with everything that is wrong with the properties
 * @finding k8s/valid-job
 * @see https://docs.aws.amazon.com/eks/latest/userguide/device-management.html
 * @see https://github.com/kubernetes-sigs/jobset/blob/v0.12.0/api/jobset/v1alpha2/jobset_types.go
 * @example
 * import { BatchJob } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const train = (chart: Chart) =>
 *   new BatchJob(chart, 'train-7', {
 *     image: 'example.com/train:7',
 *     resources: { cpu: '90', memory: '900Gi' },
 *     accelerator: { kind: 'nvidia', count: 8 },
 *     efa: { interfaces: 4 },
 *     runOn: { zones: ['eu-west-1a'], pool: 'gpu' },
 *     queue: 'research',
 *     jobSet: { replicatedJobs: { driver: { accelerator: 'none' }, workers: { parallelism: 4, completions: 4 } } },
 *   });
 */
export class BatchJob extends Workload {
  /** Absent where `jobSet` makes a JobSet. */
  readonly job?: KubeJob;
  /** Absent without `jobSet`. */
  readonly jobSet?: ApiObject;
  readonly serviceAccount?: KubeServiceAccount;

  constructor(scope: Construct, id: string, props: BatchJobProps) {
    super(scope, id, podPropsOf(props));
    const problems = problemsWith(this, 'BatchJob', props, BatchJob);
    const naming = namingOf(this, id, props);
    judgeOwnAccount(props, problems);
    judgeQueue(props.queue, props, problems);
    const { jobSet, overrides: patches = {}, ttlSecondsAfterFinished = 'none' } = props;
    const made = {
      job: jobSet === undefined || 'jobSet makes a JobSet',
      jobSet: jobSet !== undefined || 'jobSet is not given',
    };
    onlyMade(patches, made, problems);
    if (jobSet === undefined) {
      problems.unless(
        this.name.length <= LONGEST_NAME,
        `the name "${this.name}" has ${this.name.length} characters; Pods carry it in a label, so ${LONGEST_NAME} fit.`,
        'shorten it.',
      );
      const job = jobPropsOf(props, ttlSecondsAfterFinished);
      judgeJob(job, problems);
      const template = this.templateOf(props, props, naming, problems);
      const spec = jobSpec(job, template);
      judgeWholeJob(spec, problems);
      problems.raise();
      this.job = new KubeJob(this, 'Job', { metadata: metadataOf(naming, props), spec });
      patchContainers(this.job, patches, template);
      override(this.job, patches.job);
    } else {
      const jobs = replicatedJobs(props, jobSet.replicatedJobs, (one) => this.templateOf(one, props, naming, problems));
      const spec = jobSetSpec(props, jobs);
      judgeJobSet(this.name, props, jobs, spec, problems);
      problems.raise();
      this.jobSet = jobSetOf(this, metadataOf(naming, props), spec);
      patchReplicated(this.jobSet, patches, jobs);
      override(this.jobSet, patches.jobSet);
    }
    const account = ownServiceAccount(this, naming, props, patches.serviceAccount);
    if (account !== undefined) this.serviceAccount = account;
  }

  /** @param own what is said of these Pods */
  private templateOf(
    own: BatchPodProps,
    { queue }: BatchJobProps,
    naming: Naming,
    problems: Problems,
  ): PodTemplateSpec {
    const environment = environmentOf(this);
    const props = podPropsOf(own);
    const podAnnotations = { ...queueAnnotations(queue), ...props.podAnnotations };
    return podTemplate({
      naming,
      props: { ...props, podAnnotations },
      serviceAccountName: this.serviceAccountName,
      environment,
      problems,
      fargate: runsOnFargate(environment, this.namespace, podLabels(naming, props)),
      restartPolicy: own.restartPolicy ?? 'Never',
      deviceNames: OF_BATCH_JOB,
    });
  }
}

function metadataOf(naming: Naming, { queue }: BatchJobProps) {
  const { labels, ...metadata } = objectMetadata(naming);
  return { ...metadata, labels: { ...labels, ...queueLabels(queue) } };
}
