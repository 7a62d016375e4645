/** KEDA's kinds. @see https://keda.sh/docs/2.20/reference/scaledobject-spec/ */
export const KEDA = 'keda.sh';
const apiVersion = `${KEDA}/v1alpha1`;
export const SCALED_OBJECT = { apiVersion, kind: 'ScaledObject' };
export const SCALED_JOB = { apiVersion, kind: 'ScaledJob' };
export const TRIGGER_AUTHENTICATION = { apiVersion, kind: 'TriggerAuthentication' };

/** The HorizontalPodAutoscaler of a ScaledObject is called so, and its name has to fit into a label. */
export const HPA_PREFIX = 'keda-hpa-';
export const LONGEST_HPA_NAME = 63;
/** What KEDA runs with where nothing is said. */
export const SCALED_OBJECT_DEFAULTS = { minReplicaCount: 0, maxReplicaCount: 100 } as const;
