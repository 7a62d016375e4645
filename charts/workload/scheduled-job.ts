import { Construct } from 'constructs';
import { KubeCronJob, type KubeServiceAccount } from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../override';
import { Problems } from '../problems';
import { selectorLabels } from './labels';
import type { PodProps } from './pod-props';
import { podTemplate } from './pod-template';
import { serviceAccountFor } from './service-account';

export interface ScheduledJobProps extends Omit<PodProps, 'readiness' | 'liveness' | 'startup'> {
  /** Five fields of cron; names of zones go into `timeZone`. */
  readonly schedule: string;
  /** IANA name such as `Europe/Berlin`. `@default` - that of the control plane, UTC on EKS */
  readonly timeZone?: string;
  /** What happens when the one before still runs. `@default` Forbid */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /** Tries before a Job counts as failed. `@default` 3 */
  readonly backoffLimit?: number;
  /** Seconds a finished Job stays readable; its Pod is billed on Fargate until then. `@default` 3600 */
  readonly ttlSecondsAfterFinished?: number;
  /** Seconds a Job may run at all. `@default` - as long as it takes */
  readonly activeDeadlineSeconds?: number;
  /** `@default` OnFailure */
  readonly restartPolicy?: 'OnFailure' | 'Never';
  readonly overrides?: Readonly<Partial<Record<'cronJob' | 'serviceAccount', Patch>>>;
}

/**
 * Work that runs by the clock: CronJob and ServiceAccount.
 * @throws ToolError with everything that is wrong with the properties
 */
export class ScheduledJob extends Construct {
  readonly cronJob: KubeCronJob;
  readonly serviceAccount?: KubeServiceAccount;
  readonly name: string;

  constructor(scope: Construct, id: string, props: ScheduledJobProps) {
    super(scope, id);
    const problems = new Problems(this);
    this.name = id;
    const labels = selectorLabels(this, id);
    problems.unless(
      id.length <= 52,
      `the name "${id}" has ${id.length} characters; Jobs carry it with a time, so 52 fit.`,
      'shorten it.',
    );
    problems.unless(
      /^(\S+\s+){4}\S+$|^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/.test(props.schedule) &&
        !/^(CRON_)?TZ=/.test(props.schedule),
      `the schedule "${props.schedule}" is not five fields of cron.`,
      'write minute, hour, day of month, month and day of week; a zone goes into timeZone.',
    );
    const account = serviceAccountFor(this, id, props.serviceAccount, labels);
    if (account.made !== undefined) this.serviceAccount = override(account.made, props.overrides?.serviceAccount);
    const template = podTemplate({
      component: id,
      props,
      ports: [],
      labels,
      serviceAccountName: account.name,
      environment: environmentOf(this),
      problems,
      restartPolicy: props.restartPolicy ?? 'OnFailure',
    });
    this.cronJob = new KubeCronJob(this, 'CronJob', {
      metadata: { name: id, labels: { ...labels } },
      spec: {
        schedule: props.schedule,
        ...(props.timeZone === undefined ? {} : { timeZone: props.timeZone }),
        concurrencyPolicy: props.concurrencyPolicy ?? 'Forbid',
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 1,
        jobTemplate: {
          spec: {
            backoffLimit: props.backoffLimit ?? 3,
            ttlSecondsAfterFinished: props.ttlSecondsAfterFinished ?? 3600,
            ...(props.activeDeadlineSeconds === undefined
              ? {}
              : { activeDeadlineSeconds: props.activeDeadlineSeconds }),
            template,
          },
        },
      },
    });
    override(this.cronJob, props.overrides?.cronJob);
    problems.raise();
  }
}
