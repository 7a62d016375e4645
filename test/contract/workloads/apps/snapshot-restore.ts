import { defineApp, VolumeClaim, VolumeSnapshot, VolumeSnapshotClass } from 'cdk8s-eks';

const disk = { storageClass: 'gp3', size: '50Gi' } as const;

export default defineApp({
  name: 'ledger',
  owner: 'data',
  namespace: 'ledger',
  charts(scope) {
    const snapshotClass = new VolumeSnapshotClass(scope, 'ebs');
    const claim = new VolumeClaim(scope, 'data', disk);
    const snapshot = new VolumeSnapshot(scope, 'before-upgrade', { snapshotClass, claim });
    new VolumeClaim(scope, 'restored', { ...disk, restoreFrom: snapshot });
  },
});
