import { K8S, type RiskRow, rowsOf, WHOLE } from './row';
import { becomes } from './values';

const JOB = `${K8S}concepts/workloads/controllers/job/`;

export const BATCH_ROWS: readonly RiskRow[] = [
  ...rowsOf(
    { kinds: 'Job', source: JOB },
    {
      'job-suspended': {
        field: /^spec\.suspend$/,
        shown: 'spec.suspend → true',
        when: becomes(true),
        risk: 'unavailable',
        why: 'Pods of the Job that run are deleted, and what they had done is lost.',
      },
      'job-resumed': {
        field: /^spec\.suspend$/,
        shown: 'spec.suspend → false',
        when: ({ before, after }) => before === true && after !== true,
        risk: 'scale',
        why: 'the Job starts its Pods.',
      },
      'job-bounds': {
        field: /^spec\.(?:backoffLimit|activeDeadlineSeconds|ttlSecondsAfterFinished)$/,
        shown: 'spec.{backoffLimit, activeDeadlineSeconds, ttlSecondsAfterFinished}',
        risk: 'harmless',
        why: 'the Job goes by it from now on; a deadline that has passed ends it at once.',
      },
      'job-parallelism': {
        field: /^spec\.parallelism$/,
        shown: 'spec.parallelism',
        risk: 'scale',
        why: 'Pods are added, or stopped in the middle of their work.',
      },
      'job-waiting': {
        field: /^spec\.template\b/,
        shown: 'spec.template of a Job that is suspended',
        risk: 'harmless',
        why: 'a Job that has not started takes other places, labels and, from 1.36 on, sizes.',
        last: true,
      },
    },
  ),
  ...rowsOf(
    { kinds: 'CronJob', source: `${K8S}concepts/workloads/controllers/cron-jobs/` },
    {
      'cron-schedule': {
        field: /^spec\.(?:schedule|timeZone)$/,
        shown: 'spec.{schedule, timeZone}',
        risk: 'harmless',
        why: 'the next run goes by it; one that was due by the old schedule is left out.',
      },
      'cron-template': {
        field: /^spec\.jobTemplate\b/,
        shown: 'spec.jobTemplate',
        risk: 'harmless',
        why: 'Jobs of later runs have it; one that runs keeps the old template.',
        last: true,
      },
      'cron-removed': {
        field: WHOLE,
        shown: 'the object, removed',
        on: ['removed'],
        risk: 'unavailable',
        why: 'no run starts any more, and a run that is under way is stopped.',
      },
      'cron-suspended': {
        field: /^spec\.suspend$/,
        shown: 'spec.suspend → true',
        when: becomes(true),
        risk: 'unavailable',
        why: 'no run starts any more until it is resumed.',
      },
      'cron-concurrency': {
        field: /^spec\.concurrencyPolicy$/,
        shown: 'spec.concurrencyPolicy → Replace',
        when: becomes('Replace'),
        risk: 'unavailable',
        why: 'a run that is late is stopped in the middle of its work by the next one.',
      },
      'cron-history': {
        field: /^spec\.(?:successfulJobsHistoryLimit|failedJobsHistoryLimit|startingDeadlineSeconds)$/,
        shown: 'spec.{successfulJobsHistoryLimit, failedJobsHistoryLimit, startingDeadlineSeconds}',
        risk: 'harmless',
        why: 'more or fewer finished Jobs stay to be looked at.',
      },
    },
  ),
];
