import type { FieldTable } from './field-table';

/** Fields of a CronJob in Kubernetes 1.37, with the property that sets each, or why no property does. */
export const CRON_JOB_FIELDS: FieldTable = {
  concurrencyPolicy: { property: 'concurrencyPolicy' },
  failedJobsHistoryLimit: { property: 'failedJobsHistoryLimit' },
  jobTemplate: { property: 'everything about the Job' },
  schedule: { property: 'schedule' },
  startingDeadlineSeconds: { property: 'startingDeadlineSeconds' },
  successfulJobsHistoryLimit: { property: 'successfulJobsHistoryLimit' },
  suspend: { property: 'suspend' },
  timeZone: { property: 'timeZone' },
};
