import { type AddOnRow, DEFINITION_KIND, RBAC_KINDS, WEBHOOK_KINDS } from './add-on';

/** Read on 2026-11-29: the chart’s values at 6.4.0. It runs Container Insights, Application Signals and Fluent Bit. */
export const CLOUDWATCH_OBSERVABILITY: AddOnRow = {
  controller: 'cloudWatch',
  namespace: 'amazon-cloudwatch',
  serviceAccounts: ['cloudwatch-agent'],
  permissions: { managedPolicies: ['CloudWatchAgentServerPolicy', 'AWSXrayWriteOnlyAccess'], required: true },
  onlyEks: true,
  traps: [
    'Container Insights, Application Signals and Fluent Bit are on unless they are turned off, and each is paid for.',
    'Application Signals for all Services puts an init container into each workload at its next rollout.',
    'An update with OVERWRITE replaces the whole configuration that was there before.',
    'Its log groups are kept for ever unless they have a retention.',
    'Its webhook certificates change at each rendering of the chart.',
    'It brings kube-state-metrics and a node exporter of its own.',
  ],
  forms: {
    eks: {
      owner: 'aws',
      configuration: {
        containerInsights: 'map',
        applicationSignals: 'map',
        otelContainerInsights: 'map',
        containerLogs: 'map',
        agent: 'map',
        agents: 'list',
        manager: 'map',
        dcgmExporter: 'map',
        neuronMonitor: 'map',
        kubeStateMetrics: 'map',
        nodeExporter: 'map',
        admissionWebhooks: 'map',
        tolerations: 'list',
      },
    },
    chart: {
      chart: 'amazon-cloudwatch-observability',
      repoURL: 'https://aws-observability.github.io/helm-charts',
      seen: '6.4.0',
      clusterKinds: [DEFINITION_KIND, ...RBAC_KINDS, ...WEBHOOK_KINDS],
      serverSideApply: true,
      ignored: [
        { kind: 'Secret', jsonPointers: ['/data'] },
        ...WEBHOOK_KINDS.map((kind) => ({
          group: 'admissionregistration.k8s.io',
          kind,
          jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle'],
        })),
      ],
    },
  },
  see: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/install-CloudWatch-Observability-EKS-addon.html',
    'https://github.com/aws-observability/helm-charts/tree/main/charts/amazon-cloudwatch-observability',
  ],
};
