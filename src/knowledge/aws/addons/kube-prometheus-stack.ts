import { type AddOnRow, DEFINITION_KIND, RBAC_KINDS, WEBHOOK_KINDS } from './add-on';

/** Read on 2026-11-29: the chart at 67.8.0, which is an old one. */
export const KUBE_PROMETHEUS_STACK: AddOnRow = {
  controller: 'prometheusOperator',
  namespace: 'monitoring',
  serviceAccounts: [],
  conflicts: [
    {
      addOn: 'amazon-cloudwatch-observability',
      why: 'each brings kube-state-metrics and a node exporter: every node is read and paid for twice',
    },
  ],
  traps: [
    'EKS does not expose etcd, the scheduler and the controller manager: their monitors find nothing, and alerts fire.',
    'kube-proxy is read on the address of its node, where it does not listen unless it is told to.',
    'Its definitions are too large for a client-side apply.',
    'Its webhook Jobs write certificates into the webhooks, which then differ from Git.',
    'Without a Secret of its own, Grafana has a password that is the same everywhere, or a new one at each rendering.',
    'Its Prometheus keeps nothing over a restart unless it has a volume.',
  ],
  forms: {
    chart: {
      chart: 'kube-prometheus-stack',
      repoURL: 'https://prometheus-community.github.io/helm-charts',
      clusterKinds: [DEFINITION_KIND, ...RBAC_KINDS, ...WEBHOOK_KINDS],
      namespaces: ['kube-system'],
      serverSideApply: true,
      ignored: WEBHOOK_KINDS.map((kind) => ({
        group: 'admissionregistration.k8s.io',
        kind,
        jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle', '.webhooks[]?.failurePolicy'],
      })),
    },
  },
  see: ['https://github.com/prometheus-community/helm-charts/tree/main/charts/kube-prometheus-stack'],
};
