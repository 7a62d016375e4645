import { type AddOnRow, DEFINITION_KIND, monitoredWhen, RBAC_KINDS } from './add-on';

/** Read on 2026-11-29: the chart at 2.41.0, which has Argo Rollouts 1.9.0. */
export const ARGO_ROLLOUTS: AddOnRow = {
  controller: 'rollouts',
  namespace: 'argo-rollouts',
  serviceAccounts: ['argo-rollouts'],
  permissions: {
    statements: [
      {
        actions: [
          'elasticloadbalancing:DescribeTargetGroups',
          'elasticloadbalancing:DescribeLoadBalancers',
          'elasticloadbalancing:DescribeTargetHealth',
          'elasticloadbalancing:DescribeTags',
        ],
        resources: '*, where it verifies target groups',
      },
      { actions: ['cloudwatch:GetMetricData'], resources: '*, where analyses read CloudWatch' },
    ],
    required: false,
  },
  needs: [monitoredWhen('controller', 'metrics', 'serviceMonitor', 'enabled')],
  traps: [
    'Without the verification of target groups a step can begin before the load balancer knows the new Pods.',
    'Where its definitions go, all Rollouts and their Pods go.',
  ],
  forms: {
    chart: {
      chart: 'argo-rollouts',
      repoURL: 'https://argoproj.github.io/argo-helm',
      seen: '2.41.0',
      clusterKinds: [DEFINITION_KIND, ...RBAC_KINDS],
      serverSideApply: true,
      roleAnnotations: [['serviceAccount', 'annotations']],
    },
    manifests: {
      repoURL: 'https://github.com/argoproj/argo-rollouts.git',
      paths: ['manifests'],
      file: 'install.yaml',
      revision: 'v1.9.1',
      clusterKinds: [DEFINITION_KIND, ...RBAC_KINDS],
      serverSideApply: true,
    },
  },
  see: [
    'https://github.com/argoproj/argo-helm/tree/main/charts/argo-rollouts',
    'https://github.com/argoproj/argo-rollouts/blob/v1.9.1/manifests/install.yaml',
  ],
};
