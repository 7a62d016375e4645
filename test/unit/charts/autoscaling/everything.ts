import type { AutoscalingProps } from 'cdk8s-eks';

/** Every property of an autoscaler, so that each field it stands for is rendered. */
export const AUTOSCALING = {
  minReplicas: 2,
  maxReplicas: 9,
  cpuUtilization: 60,
  memoryUtilization: 80,
  cpuAverage: '500m',
  memoryAverage: '1Gi',
  containers: { proxy: { cpuUtilization: 50 } },
  podMetrics: [{ metric: 'rps', averageValue: '100', selector: { route: 'api' } }],
  objectMetrics: [
    { metric: 'requests', object: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'web' }, value: '2k' },
  ],
  externalMetrics: [{ metric: 'queue', averageValue: '30' }],
  behavior: {
    scaleUp: {
      stabilizationWindowSeconds: 60,
      selectPolicy: 'Min',
      policies: [{ type: 'Percent', value: 50, periodSeconds: 30 }],
    },
    scaleDown: { tolerance: '0.05' },
  },
} as const satisfies AutoscalingProps;
