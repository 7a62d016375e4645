import { type AddOnRow, DEFINITION_KIND, monitoredWhen, RBAC_KINDS } from './add-on';

/** Read on 2026-11-29: the chart at 1.21.1, which has external-dns 0.21.0. */
export const EXTERNAL_DNS: AddOnRow = {
  controller: 'externalDns',
  namespace: 'external-dns',
  serviceAccounts: ['external-dns'],
  permissions: {
    statements: [
      {
        actions: ['route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets', 'route53:ListTagsForResources'],
        resources: 'arn:aws:route53:::hostedzone/*',
      },
      { actions: ['route53:ListHostedZones'], resources: '*' },
    ],
    required: true,
  },
  needs: [monitoredWhen('serviceMonitor', 'enabled')],
  traps: [
    'From 0.22.0 on it reads annotations that begin with external-dns.kubernetes.io/ alone, and deletes the records of all others; --annotation-prefix keeps the old ones.',
    'From the chart behind 0.22.0 on there is no policy unless one is given.',
    'Two clusters with one txtOwnerId delete each other’s records.',
    'It has no leader election: one replica, and Recreate.',
  ],
  forms: {
    eks: { owner: 'community' },
    chart: {
      chart: 'external-dns',
      repoURL: 'https://kubernetes-sigs.github.io/external-dns/',
      seen: '1.21.1',
      clusterKinds: [DEFINITION_KIND, ...RBAC_KINDS],
      roleAnnotations: [['serviceAccount', 'annotations']],
    },
  },
  see: [
    'https://github.com/kubernetes-sigs/external-dns/releases/tag/v0.22.0',
    'https://github.com/kubernetes-sigs/external-dns/tree/master/charts/external-dns',
  ],
};
