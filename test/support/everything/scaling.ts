import * as door from 'cdk8s-eks';
import { annotations, type Entries, image, labels } from './entry';
import { POD as pod } from './pod';

const target = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' } as const;
const expr = 'sum(rate(http_requests_total[5m])) > 1';
const ports = [{ name: 'metrics', containerPort: 9090 }] as const;

export const SCALING: Entries = {
  HorizontalPodAutoscaler: {
    least: (scope) => new door.HorizontalPodAutoscaler(scope, 'least', { target, maxReplicas: 3 }),
    most: (scope) =>
      new door.HorizontalPodAutoscaler(scope, 'most', {
        target,
        minReplicas: 2,
        maxReplicas: 12,
        cpuUtilization: 60,
        memoryUtilization: 80,
        podMetrics: [{ metric: 'http_requests_per_second', averageValue: '100' }],
        behavior: { scaleDown: { stabilizationWindowSeconds: 600 } },
        labels,
        annotations,
      }),
  },
  ScaledObject: {
    least: (scope) =>
      new door.ScaledObject(scope, 'least', {
        target,
        maxReplicas: 5,
        triggers: [{ type: 'rabbitmq', metadata: { mode: 'QueueLength', queueName: 'mails', value: '20' } }],
      }),
    most: (scope) =>
      new door.ScaledObject(scope, 'most', {
        target,
        minReplicas: 1,
        idleReplicas: 0,
        maxReplicas: 5,
        pollingSeconds: 15,
        cooldownSeconds: 60,
        initialCooldownSeconds: 30,
        behavior: { scaleUp: { stabilizationWindowSeconds: 10 } },
        autoscalerName: 'most',
        restoreReplicas: true,
        triggers: [
          { type: 'rabbitmq', metadata: { mode: 'QueueLength', queueName: 'mails', value: '20' }, name: 'mails' },
        ],
        labels,
        annotations,
      }),
  },
  ScaledJob: {
    least: (scope) =>
      new door.ScaledJob(scope, 'least', {
        image,
        maxReplicas: 5,
        triggers: [{ type: 'rabbitmq', metadata: { mode: 'QueueLength', queueName: 'mails', value: '20' } }],
      }),
    most: (scope) =>
      new door.ScaledJob(scope, 'most', {
        ...pod,
        minReplicas: 1,
        maxReplicas: 5,
        pollingSeconds: 15,
        scaling: {
          strategy: 'custom',
          customQueueLengthDeduction: 1,
          customRunningJobPercentage: '0.5',
          pendingPodConditions: ['Ready'],
          multipleScalersCalculation: 'sum',
        },
        rollout: 'immediate',
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 2,
        envFromContainer: 'main',
        backoffLimit: 1,
        completions: 2,
        activeDeadlineSeconds: 600,
        ttlSecondsAfterFinished: 60,
        restartPolicy: 'Never',
        triggers: [
          { type: 'rabbitmq', metadata: { mode: 'QueueLength', queueName: 'mails', value: '20' }, name: 'mails' },
        ],
      }),
  },
  TriggerAuthentication: {
    least: (scope) => new door.TriggerAuthentication(scope, 'least', { identity: 'workload' }),
    most: (scope) =>
      new door.TriggerAuthentication(scope, 'most', {
        secrets: [{ parameter: 'password', secret: 'rabbitmq', key: 'password' }],
        labels,
        annotations,
      }),
  },
  ServiceMonitor: {
    least: (scope) =>
      new door.ServiceMonitor(scope, 'least', { target: new door.WebService(scope, 'web', { image, port: 8080 }) }),
    most: (scope) =>
      new door.ServiceMonitor(scope, 'most', {
        target: new door.WebService(scope, 'web', { image, port: 8080 }),
        port: 'http',
        path: '/stats',
        interval: '60s',
        scrapeTimeout: '10s',
        scheme: 'http',
        honorLabels: true,
        labels,
        annotations,
      }),
  },
  PodMonitor: {
    least: (scope) =>
      new door.PodMonitor(scope, 'least', {
        target: new door.Worker(scope, 'worker', { image, ports }),
        port: 'metrics',
      }),
    most: (scope) =>
      new door.PodMonitor(scope, 'most', {
        target: new door.Worker(scope, 'worker', { image, ports }),
        port: 'metrics',
        path: '/stats',
        interval: '60s',
        scrapeTimeout: '10s',
        scheme: 'http',
        honorLabels: true,
        labels,
        annotations,
      }),
  },
  PrometheusRule: {
    least: (scope) =>
      new door.PrometheusRule(scope, 'least', { groups: [{ name: 'web', rules: [{ alert: 'ManyErrors', expr }] }] }),
    most: (scope) =>
      new door.PrometheusRule(scope, 'most', {
        groups: [
          {
            name: 'web',
            interval: '1m',
            rules: [
              { alert: 'ManyErrors', expr, for: '10m', keepFiringFor: '5m', labels: { severity: 'page' }, annotations },
              { record: 'web:requests', expr },
            ],
          },
        ],
        labels,
        annotations,
      }),
  },
};
