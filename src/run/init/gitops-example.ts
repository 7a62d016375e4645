import type { JsonObject } from '../../model/json';

/** Of the keys of `gitops` that a new project leaves out. */
export const GITOPS_EXAMPLE: JsonObject = {
  destination: {
    server: 'https://0123456789ABCDEF.gr7.eu-west-1.eks.amazonaws.com',
    clusterArn: 'arn:aws:eks:eu-west-1:111122223333:cluster/dev',
  },
  syncPolicy: { automated: true, prune: true, selfHeal: true, pruneLast: true },
  consumer: 'applications',
  flux: { sourceSecret: 'platform-repository', ownerAccounts: false },
  delivery: 'folders',
  syncWindows: [
    {
      kind: 'deny',
      schedule: '0 18 * * 5',
      duration: '60h',
      timeZone: 'Europe/Berlin',
      apps: ['shop-*'],
      manualSync: true,
      description: 'no release at the weekend',
    },
  ],
  notifications: [
    { trigger: 'on-sync-failed', service: 'slack', recipients: ['platform-alerts'], owners: ['platform'] },
  ],
  protect: ['postgresql.cnpg.io/Cluster'],
  ignoreDifferences: [
    {
      group: 'apps',
      kind: 'Deployment',
      name: 'web',
      namespace: 'shop',
      jsonPointers: ['/spec/replicas'],
      jqPathExpressions: ['.spec.replicas'],
      managedFieldsManagers: ['my-operator'],
    },
  ],
  id: 'platform',
};
