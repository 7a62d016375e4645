/**
 * How a VerticalPodAutoscaler changes Pods.
 * @see https://github.com/kubernetes/autoscaler/blob/vertical-pod-autoscaler-1.7.1/vertical-pod-autoscaler/docs/features.md
 */
export const VERTICAL_POD_AUTOSCALER = { group: 'autoscaling.k8s.io', version: 'v1', kind: 'VerticalPodAutoscaler' };

/** What happens where `updateMode` is left out: running Pods are evicted. */
export const DEFAULT_UPDATE_MODE = 'Recreate';

/** The deprecated name, and what it means. */
export const DEPRECATED_UPDATE_MODE = { name: 'Auto', means: 'Recreate' } as const;

/** Changes requests of running Pods; Kubernetes 1.33 is the first whose Pods can be resized. */
export const IN_PLACE = { mode: 'InPlaceOrRecreate', since: '1.33' } as const;
