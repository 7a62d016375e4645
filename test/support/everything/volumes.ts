import * as door from 'cdk8s-eks';
import { annotations, type Entries, labels } from './entry';

export const VOLUMES: Entries = {
  EfsVolume: {
    least: (scope) => new door.EfsVolume(scope, 'least', { fileSystem: 'shared' }),
    most: (scope) =>
      new door.EfsVolume(scope, 'most', {
        fileSystem: 'shared',
        accessPoint: 'fsap-0123456789abcdef0',
        path: '/most',
        accessMode: 'ReadWriteOnce',
        volumeName: 'everything-most',
        mountOptions: ['noatime'],
        labels,
        annotations,
      }),
  },
  S3Volume: {
    least: (scope) => new door.S3Volume(scope, 'least', { bucket: 'example-sales' }),
    most: (scope) =>
      new door.S3Volume(scope, 'most', {
        bucket: 'example-sales',
        prefix: 'daily/',
        accessMode: 'ReadWriteMany',
        region: 'eu-west-1',
        allowDelete: true,
        allowOverwrite: true,
        user: { uid: 1000, gid: 1000 },
        labels,
        annotations,
      }),
  },
  FsxLustreVolume: {
    least: (scope) =>
      new door.FsxLustreVolume(scope, 'least', { fileSystemId: 'fs-0123456789abcdef0', mountName: 'abcdefgh' }),
    most: (scope) =>
      new door.FsxLustreVolume(scope, 'most', {
        fileSystemId: 'fs-0123456789abcdef0',
        mountName: 'abcdefgh',
        size: '2400Gi',
        accessMode: 'ReadWriteOnce',
        volumeName: 'everything-most',
        mountOptions: ['flock'],
        labels,
        annotations,
      }),
  },
  FsxLustreStorageClass: {
    least: (scope) => new door.FsxLustreStorageClass(scope, 'least', { subnetId: 'subnet-0123456789abcdef0' }),
    most: (scope) =>
      new door.FsxLustreStorageClass(scope, 'most', {
        subnetId: 'subnet-0123456789abcdef0',
        securityGroupIds: ['sg-0123456789abcdef0'],
        deploymentType: 'PERSISTENT_2',
        perUnitStorageThroughput: 125,
        reclaimPolicy: 'Delete',
        allowVolumeExpansion: false,
        mountOptions: ['flock'],
        automaticBackupRetentionDays: 7,
        tags: { team: 'shop' },
      }),
  },
};
