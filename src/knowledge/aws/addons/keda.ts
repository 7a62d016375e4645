import { type AddOnRow, DEFINITION_KIND, RBAC_KINDS } from './add-on';

/** Read on 2026-11-29. */
export const KEDA: AddOnRow = {
  controller: 'keda',
  namespace: 'keda',
  serviceAccounts: ['keda-operator'],
  permissions: {
    statements: [
      {
        actions: ['sqs:GetQueueAttributes', 'cloudwatch:GetMetricData', 'kinesis:DescribeStreamSummary'],
        resources: 'what triggers read with the operator’s own role',
      },
    ],
    required: false,
  },
  traps: [
    'A cluster has one APIService v1beta1.external.metrics.k8s.io: an adapter for other metrics cannot run beside it.',
    'Its definitions are too large for a client-side apply.',
  ],
  forms: {
    chart: {
      chart: 'keda',
      repoURL: 'https://kedacore.github.io/charts',
      clusterKinds: [DEFINITION_KIND, ...RBAC_KINDS, 'APIService', 'ValidatingWebhookConfiguration'],
      namespaces: ['kube-system'],
      serverSideApply: true,
      roleAnnotations: [['serviceAccount', 'operator', 'annotations']],
    },
  },
  see: ['https://github.com/kedacore/charts/tree/main/keda', 'https://keda.sh/docs/2.18/deploy/'],
};
