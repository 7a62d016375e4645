import { type AddOnRow, DEFINITION_KIND, monitoredWhen, RBAC_KINDS } from './add-on';

/** Read on 2026-11-29: the chart at 2.9.0. */
export const EXTERNAL_SECRETS: AddOnRow = {
  controller: 'externalSecrets',
  namespace: 'external-secrets',
  serviceAccounts: ['external-secrets'],
  permissions: {
    statements: [
      {
        actions: [
          'secretsmanager:GetSecretValue',
          'secretsmanager:DescribeSecret',
          'secretsmanager:ListSecretVersionIds',
          'secretsmanager:GetResourcePolicy',
        ],
        resources: 'the secrets',
      },
      { actions: ['ssm:GetParameter*'], resources: 'the parameters' },
      { actions: ['kms:Decrypt'], resources: 'keys of your own' },
    ],
    required: false,
  },
  needs: [monitoredWhen('serviceMonitor', 'enabled')],
  traps: [
    'A store that names a ServiceAccount takes the role of that one, and the operator needs none.',
    'Objects of external-secrets.io/v1beta1 are no longer served.',
    'Its webhook fails closed: stores and ExternalSecrets are refused until it runs.',
    'Whether it renders ServiceMonitors depends on the cluster, unless renderMode is set.',
  ],
  forms: {
    chart: {
      chart: 'external-secrets',
      repoURL: 'https://charts.external-secrets.io',
      seen: '2.9.0',
      clusterKinds: [DEFINITION_KIND, ...RBAC_KINDS, 'ValidatingWebhookConfiguration'],
      serverSideApply: true,
      roleAnnotations: [['serviceAccount', 'annotations']],
    },
  },
  see: ['https://github.com/external-secrets/external-secrets/tree/main/deploy/charts/external-secrets'],
};
