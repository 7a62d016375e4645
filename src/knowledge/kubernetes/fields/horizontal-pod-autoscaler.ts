import type { FieldTable } from './field-table';

/** Fields of a HorizontalPodAutoscaler in Kubernetes 1.37, each with the property that sets it. */
export const HORIZONTAL_POD_AUTOSCALER_FIELDS: FieldTable = {
  behavior: { property: 'behavior' },
  maxReplicas: { property: 'maxReplicas' },
  metrics: { property: 'cpuUtilization, memoryUtilization, containers, podMetrics, objectMetrics, externalMetrics' },
  minReplicas: { property: 'minReplicas' },
  scaleTargetRef: { property: 'target, and the workload whose `autoscaling` it is' },
};

/** The sources of a metric, each with the properties that set it. */
export const METRIC_SOURCE_FIELDS: FieldTable = {
  containerResource: { property: 'containers' },
  external: { property: 'externalMetrics' },
  object: { property: 'objectMetrics' },
  pods: { property: 'podMetrics' },
  resource: { property: 'cpuUtilization, memoryUtilization, cpuAverage, memoryAverage' },
  type: { property: 'each of the properties' },
};

/** How fast the number changes in one direction. */
export const SCALING_RULE_FIELDS: FieldTable = {
  policies: { property: 'behavior.scaleUp.policies, behavior.scaleDown.policies' },
  selectPolicy: { property: 'selectPolicy of either' },
  stabilizationWindowSeconds: { property: 'stabilizationWindowSeconds of either' },
  tolerance: { property: 'tolerance of either' },
};
