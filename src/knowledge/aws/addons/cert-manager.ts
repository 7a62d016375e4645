import { type AddOnRow, DEFINITION_KIND, monitoredWhen, RBAC_KINDS, WEBHOOK_KINDS } from './add-on';

/** Read on 2026-11-29. */
export const CERT_MANAGER: AddOnRow = {
  controller: 'certManager',
  namespace: 'cert-manager',
  serviceAccounts: ['cert-manager'],
  permissions: {
    statements: [
      { actions: ['route53:GetChange'], resources: 'arn:aws:route53:::change/*' },
      {
        actions: ['route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets'],
        resources: 'arn:aws:route53:::hostedzone/*',
      },
      { actions: ['route53:ListHostedZonesByName'], resources: '*' },
    ],
    required: false,
  },
  needs: [monitoredWhen('prometheus', 'servicemonitor', 'enabled')],
  traps: [
    'The chart makes no definitions unless crds.enabled is set.',
    'Where its definitions go, all certificates go.',
    'It needs the role for challenges by DNS alone.',
    'Its leader election is in kube-system, so a project has to permit that namespace.',
  ],
  forms: {
    eks: { owner: 'community' },
    chart: {
      chart: 'cert-manager',
      repoURL: 'quay.io/jetstack/charts',
      clusterKinds: [DEFINITION_KIND, ...RBAC_KINDS, ...WEBHOOK_KINDS],
      namespaces: ['kube-system'],
      roleAnnotations: [['serviceAccount', 'annotations']],
    },
  },
  see: [
    'https://cert-manager.io/docs/installation/helm/',
    'https://cert-manager.io/docs/configuration/acme/dns01/route53/',
  ],
};
