import * as door from 'cdk8s-eks';
import { annotations, type Entries, labels } from './entry';

export const STORAGE: Entries = {
  ConfigFiles: {
    least: (scope) => new door.ConfigFiles(scope, 'least', {}),
    most: (scope) =>
      new door.ConfigFiles(scope, 'most', {
        data: { a: 'b' },
        binaryData: { c: 'AA==' },
        hash: false,
        labels,
        annotations,
      }),
  },
  EbsStorageClass: {
    least: (scope) => new door.EbsStorageClass(scope, 'least'),
    most: (scope) =>
      new door.EbsStorageClass(scope, 'most', {
        type: 'gp3',
        iops: 6000,
        throughput: 500,
        fsType: 'xfs',
        tags: { team: 'shop' },
        kmsKey: 'ebs',
        reclaimPolicy: 'Delete',
        allowVolumeExpansion: false,
        isDefault: true,
      }),
  },
  EfsStorageClass: {
    least: (scope) => new door.EfsStorageClass(scope, 'least', { fileSystem: 'shared' }),
    most: (scope) =>
      new door.EfsStorageClass(scope, 'most', {
        fileSystem: 'shared',
        directoryPerms: '750',
        gidRange: { start: 1000, end: 2000 },
        basePath: '/apps',
        reclaimPolicy: 'Delete',
      }),
  },
  VolumeAttributesClass: {
    since: '1.34',
    least: (scope) => new door.VolumeAttributesClass(scope, 'least', { iops: 4000 }),
    most: (scope) => new door.VolumeAttributesClass(scope, 'most', { type: 'gp3', iops: 6000, throughput: 500 }),
  },
  VolumeClaim: {
    least: (scope) => new door.VolumeClaim(scope, 'least', { storageClass: 'gp3', size: '1Gi' }),
    most: (scope) =>
      new door.VolumeClaim(scope, 'most', {
        storageClass: 'gp3',
        size: '1Gi',
        accessMode: 'ReadWriteOncePod',
        volumeMode: 'Block',
        restoreFrom: 'before',
        labels,
        annotations,
      }),
  },
  VolumeSnapshot: {
    least: (scope) => new door.VolumeSnapshot(scope, 'least', { claim: 'data' }),
    most: (scope) =>
      new door.VolumeSnapshot(scope, 'most', { claim: 'data', snapshotClass: 'ebs', labels, annotations }),
  },
  VolumeSnapshotClass: {
    least: (scope) => new door.VolumeSnapshotClass(scope, 'least'),
    most: (scope) =>
      new door.VolumeSnapshotClass(scope, 'most', {
        deletionPolicy: 'Delete',
        tags: { team: 'shop' },
        isDefault: true,
      }),
  },
};
