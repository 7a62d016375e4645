import type { FieldTable } from './field-table';

/** Fields of a Job in Kubernetes 1.37, with the property that sets each, or why no property does. */
export const JOB_FIELDS: FieldTable = {
  activeDeadlineSeconds: { property: 'activeDeadlineSeconds' },
  backoffLimit: { property: 'backoffLimit' },
  backoffLimitPerIndex: { property: 'backoffLimitPerIndex' },
  completionMode: { property: 'completionMode' },
  completions: { property: 'completions' },
  managedBy: { property: 'managedBy' },
  manualSelector: {
    reason: 'Kubernetes gives each Job a selector of its own; one that is set by hand can take the Pods of others.',
  },
  maxFailedIndexes: { property: 'maxFailedIndexes' },
  parallelism: { property: 'parallelism' },
  podFailurePolicy: { property: 'podFailurePolicy' },
  podReplacementPolicy: { property: 'podReplacementPolicy' },
  scheduling: { reason: 'Gang scheduling is behind a gate, which EKS leaves off.' },
  selector: { reason: 'The server sets it.' },
  successPolicy: { property: 'successPolicy' },
  suspend: { property: 'suspend' },
  template: { property: 'everything about the Pod' },
  ttlSecondsAfterFinished: { property: 'ttlSecondsAfterFinished' },
};
