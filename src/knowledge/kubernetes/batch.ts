/**
 * JobSet, an operator for several Jobs that run together.
 * @see https://github.com/kubernetes-sigs/jobset/blob/v0.12.0/api/jobset/v1alpha2/jobset_types.go (read 2026-11)
 */
export const JOB_SET = { apiVersion: 'jobset.x-k8s.io/v1alpha2', kind: 'JobSet' } as const;

/** Where a JobSet keeps its Jobs, and each of them its Pods. */
export const REPLICATED_JOBS = ['spec', 'replicatedJobs'] as const;
export const REPLICATED_POD = ['template', 'spec', 'template'] as const;

/**
 * Names of what a JobSet makes: it adds a hyphen and five characters to those of Pods.
 * @see https://github.com/kubernetes-sigs/jobset/blob/v0.12.0/pkg/webhooks/jobset_webhook.go (read 2026-11)
 */
export const JOB_SET_NAMES = {
  podSuffix: 6,
  longestPod: 63,
  failureRule: {
    pattern: /^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$/,
    max: 128,
    characters: 'a letter first, then letters, digits, _ and inner commas and colons',
  },
} as const;

/** The API group of Kueue’s own objects. */
export const KUEUE_GROUP = 'kueue.x-k8s.io';

/**
 * Kueue holds what has the label back until the queue has room: it starts and stops it by `suspend`, and writes node selectors
 * and tolerations into its Pods.
 * @see https://kueue.sigs.k8s.io/docs/reference/labels-and-annotations/ (read 2026-11)
 */
export const KUEUE = {
  queueName: 'kueue.x-k8s.io/queue-name',
  priorityClass: 'kueue.x-k8s.io/priority-class',
  requiredTopology: 'kueue.x-k8s.io/podset-required-topology',
  preferredTopology: 'kueue.x-k8s.io/podset-preferred-topology',
} as const;
