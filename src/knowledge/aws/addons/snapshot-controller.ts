import { type AddOnRow, DEFINITION_KIND, RBAC_KINDS } from './add-on';

/** Read on 2026-11-29. Upstream publishes no chart; those that are there are of others. */
export const SNAPSHOT_CONTROLLER: AddOnRow = {
  controller: 'snapshots',
  namespace: 'kube-system',
  serviceAccounts: [],
  traps: [
    'The driver of the volumes has to be there as well, and both before the first snapshot.',
    'The definitions of snapshots are the same for all drivers: a second owner of them undoes the first.',
  ],
  forms: {
    eks: { owner: 'aws' },
    manifests: {
      repoURL: 'https://github.com/kubernetes-csi/external-snapshotter.git',
      paths: ['client/config/crd', 'deploy/kubernetes/snapshot-controller'],
      revision: 'v8.2.0',
      clusterKinds: [DEFINITION_KIND, ...RBAC_KINDS],
    },
  },
  see: ['https://github.com/kubernetes-csi/external-snapshotter#usage'],
};
