import type { Construct } from 'constructs';
import { KubeCronJob, type KubeServiceAccount } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { type ContainerPatches, POD_SPEC, patchContainers } from './container-patches';
import type { JobProps } from './job-props';
import { jobSpec, judgeJob, judgeWholeJob } from './job-spec';
import { namingOf, objectMetadata } from './labels';
import type { PodProps } from './pod-props';
import { podLabels, podTemplate } from './pod-template';
import { runsOnFargate } from './runs-on-fargate';
import { judgeTimes } from './schedule';
import { judgeOwnAccount, ownServiceAccount } from './service-account';
import { Workload } from './workload';

/** What a job of the clock can be told; what is said of a Job is said of each that it starts. */
export interface ScheduledJobProps
  extends Omit<PodProps, 'readiness' | 'liveness' | 'startup'>,
    Omit<JobProps, 'suspend'> {
  /** Five fields of cron, or `@daily` and its like; zones go into `timeZone`. */
  readonly schedule: string;
  /** IANA name such as `Europe/Berlin`. `@default` - that of the control plane, UTC on EKS */
  readonly timeZone?: string;
  /** What happens when the one before still runs. `@default` Forbid */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /** Starts no Jobs while true. `@default` false (Kubernetes) */
  readonly suspend?: boolean;
  /** Seconds a Job may start late, from 10; after that its turn is skipped. `@default` - however late (Kubernetes) */
  readonly startingDeadlineSeconds?: number;
  /** Successful Jobs that are kept, no longer than `ttlSecondsAfterFinished`: an hour unless it says otherwise. `@default` 1 */
  readonly successfulJobsHistoryLimit?: number;
  /**
   * Failed Jobs that are kept, no longer than `ttlSecondsAfterFinished`, which is an hour unless it says otherwise: with `'none'`
   * this number alone decides. `@default` 1
   */
  readonly failedJobsHistoryLimit?: number;
  /** Changes to single fields of what is made; `null` removes a field. `container` is the main one of the Pod. */
  readonly overrides?: ContainerPatches & Readonly<Partial<Record<'cronJob' | 'container' | 'serviceAccount', Patch>>>;
}

/**
 * Work that runs by the clock: CronJob and ServiceAccount.
 * @throws ToolError with everything that is wrong with the properties
 * @example
 * import { ScheduledJob } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const report = (chart: Chart) =>
 *   new ScheduledJob(chart, 'report', {
 *     image: 'example.com/reports:3.2',
 *     args: ['--yesterday'],
 *     schedule: '30 4 * * mon-fri',
 *     timeZone: 'Europe/Berlin',
 *     activeDeadlineSeconds: 1800,
 *   });
 */
export class ScheduledJob extends Workload {
  readonly cronJob: KubeCronJob;
  readonly serviceAccount?: KubeServiceAccount;

  constructor(scope: Construct, id: string, props: ScheduledJobProps) {
    super(scope, id, props);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'ScheduledJob', props, ScheduledJob);
    const naming = namingOf(this, id, props);
    judgeOwnAccount(props, problems);
    jobProblems(this.name, props, problems);
    const template = podTemplate({
      naming,
      props,
      ports: [],
      serviceAccountName: this.serviceAccountName,
      environment,
      problems,
      fargate: runsOnFargate(environment, this.namespace, podLabels(naming, props)),
      restartPolicy: props.restartPolicy ?? 'OnFailure',
    });
    const spec = jobSpec(props, template);
    judgeWholeJob(spec, problems);
    problems.raise();

    const patches = props.overrides ?? {};
    const account = ownServiceAccount(this, naming, props, patches.serviceAccount);
    if (account !== undefined) this.serviceAccount = account;
    this.cronJob = new KubeCronJob(this, 'CronJob', {
      metadata: objectMetadata(naming),
      spec: {
        schedule: props.schedule,
        ...defined({
          timeZone: props.timeZone,
          suspend: props.suspend,
          startingDeadlineSeconds: props.startingDeadlineSeconds,
        }),
        concurrencyPolicy: props.concurrencyPolicy ?? 'Forbid',
        successfulJobsHistoryLimit: props.successfulJobsHistoryLimit ?? 1,
        failedJobsHistoryLimit: props.failedJobsHistoryLimit ?? 1,
        jobTemplate: { spec },
      },
    });
    patchContainers(this.cronJob, patches, template, ['spec', 'jobTemplate', ...POD_SPEC]);
    override(this.cronJob, patches.cronJob);
  }
}

/** The least each number may be. */
const LEAST = [
  ['startingDeadlineSeconds', 10],
  ['successfulJobsHistoryLimit', 0],
  ['failedJobsHistoryLimit', 0],
] as const;

function jobProblems(name: string, props: ScheduledJobProps, problems: Problems): void {
  problems.unless(
    name.length <= 52,
    `the name "${name}" has ${name.length} characters; Jobs carry it with a time, so 52 fit.`,
    'shorten it.',
  );
  judgeTimes(props, problems);
  judgeJob(props, problems);
  for (const [field, least] of LEAST) problems.integer(field, props[field], least);
}
