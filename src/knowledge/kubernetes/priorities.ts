/**
 * Above the highest, and by names that begin so, only the classes of Kubernetes itself may be.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#priorityclass
 */
export const HIGHEST_PRIORITY = 1_000_000_000;
export const LOWEST_PRIORITY = -2_147_483_648;
export const SYSTEM_PRIORITY_PREFIX = 'system-';
export const SYSTEM_PRIORITIES: readonly string[] = ['system-node-critical', 'system-cluster-critical'];
