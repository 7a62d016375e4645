import { EbsStorageClass, EfsStorageClass, FsxLustreStorageClass, storageClassFor, VolumeClaim } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
/** The driver's own placeholder. */
const PATTERN = '$' + '{.PVC.name}';
const local = kubernetesEnvironment();
const auto = eksEnvironment({ compute: { ...eksEnvironment().compute, autoMode: true } });

describe('storage classes', () => {
  it('make encrypted volumes in the zone of their Pod, kept in production', () => {
    expect(
      render((scope) => new EbsStorageClass(scope, 'gp3', { iops: 4000, tags: { team: 'a' } }))['StorageClass gp3'],
    ).toEqual({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'gp3', labels },
      provisioner: 'ebs.csi.aws.com',
      parameters: {
        type: 'gp3',
        encrypted: 'true',
        iops: '4000',
        kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-666666666666',
        tagSpecification_1: 'team=a',
      },
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
    });
    expect(at(render((scope) => new EbsStorageClass(scope, 'gp3'), auto)['StorageClass gp3'], 'provisioner')).toBe(
      'ebs.csi.eks.amazonaws.com',
    );
    expect(
      render(
        (scope) => new EfsStorageClass(scope, 'efs', { fileSystem: 'shared' }),
        eksEnvironment({ tier: 'staging' }),
      )['StorageClass efs'],
    ).toEqual({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'efs', labels },
      provisioner: 'efs.csi.aws.com',
      parameters: { provisioningMode: 'efs-ap', fileSystemId: 'fs-0123456789abcdef0', directoryPerms: '700' },
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'Immediate',
    });
  });

  it('makes access points of S3 Files where it is told whose the file system is', () => {
    const objects = render(
      (scope) => new EfsStorageClass(scope, 'bucket', { fileSystem: 'shared', service: 's3files' }),
    );
    expect(at(objects['StorageClass bucket'], 'parameters')).toEqual({
      provisioningMode: 's3files-ap',
      fileSystemId: 'fs-0123456789abcdef0',
      directoryPerms: '700',
    });
  });

  it('take everything that their drivers take, and overrides beyond', () => {
    const objects = render((scope) => {
      new EbsStorageClass(scope, 'ebs', {
        type: 'gp3',
        iopsPerGB: 100,
        allowAutoIopsPerGBIncrease: true,
        allowAutoIopsIncreaseOnModify: true,
        throughput: 500,
        fsType: 'ext4',
        format: {
          blockSize: 4096,
          inodeSize: 256,
          bytesPerInode: 8192,
          numberOfInodes: 100_000,
          ext4BigAlloc: true,
          ext4ClusterSize: 65_536,
          ext4EncryptionSupport: true,
        },
        volumeInitializationRate: 200,
        outpostArn: 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-0123456789abcdef0',
        tags: { team: 'a', app: '{{.PVCName}}' },
        name: 'fast',
        kmsKey: 'ebs',
        reclaimPolicy: 'Delete',
        allowVolumeExpansion: false,
        zones: ['eu-west-1a'],
        mountOptions: ['noatime'],
        isDefault: true,
        overrides: { storageClass: { volumeBindingMode: null } },
      });
      new EfsStorageClass(scope, 'efs', {
        fileSystem: 'shared',
        directoryPerms: '750',
        gidRange: { start: 1000, end: 2000 },
        basePath: '/claims',
        subPathPattern: PATTERN,
        ensureUniqueDirectory: false,
        reuseAccessPoint: true,
        az: 'eu-west-1a',
        enforceZoneAffinity: true,
        enableTagging: false,
        reclaimPolicy: 'Retain',
        overrides: { storageClass: { mountOptions: ['iam'] } },
      });
    });
    expect(objects).toEqual({
      'StorageClass fast': {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name: 'fast', labels, annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
        provisioner: 'ebs.csi.aws.com',
        parameters: {
          type: 'gp3',
          encrypted: 'true',
          kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-666666666666',
          iopsPerGB: '100',
          allowAutoIOPSPerGBIncrease: 'true',
          allowAutoIOPSIncreaseOnModify: 'true',
          throughput: '500',
          'csi.storage.k8s.io/fstype': 'ext4',
          blockSize: '4096',
          inodeSize: '256',
          bytesPerInode: '8192',
          numberOfInodes: '100000',
          ext4BigAlloc: 'true',
          ext4ClusterSize: '65536',
          ext4EncryptionSupport: 'true',
          volumeInitializationRate: '200',
          outpostArn: 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-0123456789abcdef0',
          tagSpecification_1: 'app={{.PVCName}}',
          tagSpecification_2: 'team=a',
        },
        reclaimPolicy: 'Delete',
        mountOptions: ['noatime'],
        allowedTopologies: [
          { matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['eu-west-1a'] }] },
        ],
      },
      'StorageClass efs': {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name: 'efs', labels },
        provisioner: 'efs.csi.aws.com',
        parameters: {
          provisioningMode: 'efs-ap',
          fileSystemId: 'fs-0123456789abcdef0',
          directoryPerms: '750',
          gidRangeStart: '1000',
          gidRangeEnd: '2000',
          basePath: '/claims',
          subPathPattern: PATTERN,
          ensureUniqueDirectory: 'false',
          reuseAccessPoint: 'true',
          az: 'eu-west-1a',
          enforceZoneAffinity: 'true',
          enableTagging: 'false',
        },
        reclaimPolicy: 'Retain',
        volumeBindingMode: 'Immediate',
        mountOptions: ['iam'],
      },
    });
  });

  it('make Lustre file systems, with everything that FSx takes', () => {
    const subnetId = 'subnet-0000000000000001a';
    const objects = render((scope) => {
      const storageClass = new FsxLustreStorageClass(scope, 'scratch', { subnetId });
      new VolumeClaim(scope, 'data', { storageClass, size: '1200Gi' });
      new FsxLustreStorageClass(scope, 'b', {
        name: 'kept',
        subnetId,
        securityGroupIds: ['sg-1', 'sg-2'],
        deploymentType: 'PERSISTENT_1',
        perUnitStorageThroughput: 12,
        storageType: 'HDD',
        driveCacheType: 'READ',
        efaEnabled: false,
        metadataConfigurationMode: 'USER_PROVISIONED',
        metadataIops: 6000,
        automaticBackupRetentionDays: 7,
        dailyAutomaticBackupStartTime: '03:00',
        copyTagsToBackups: true,
        dataCompressionType: 'LZ4',
        weeklyMaintenanceStartTime: '7:03:00',
        fileSystemTypeVersion: '2.15',
        tags: { team: 'a', app: 'b' },
        kmsKey: 'ebs',
        reclaimPolicy: 'Delete',
        allowVolumeExpansion: false,
        mountOptions: ['flock'],
        overrides: { storageClass: { metadata: { annotations: { note: 'c' } } } },
      });
    });
    expect(objects['StorageClass scratch']).toEqual({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'scratch', labels },
      provisioner: 'fsx.csi.aws.com',
      parameters: { subnetId },
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'Immediate',
      allowVolumeExpansion: true,
    });
    expect(at(objects['PersistentVolumeClaim data'], 'spec', 'accessModes')).toEqual(['ReadWriteMany']);
    expect(objects['StorageClass kept']).toEqual({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'kept', labels, annotations: { note: 'c' } },
      provisioner: 'fsx.csi.aws.com',
      parameters: {
        subnetId,
        securityGroupIds: 'sg-1,sg-2',
        deploymentType: 'PERSISTENT_1',
        perUnitStorageThroughput: '12',
        storageType: 'HDD',
        driveCacheType: 'READ',
        kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-666666666666',
        efaEnabled: 'false',
        metadataConfigurationMode: 'USER_PROVISIONED',
        metadataIops: '6000',
        automaticBackupRetentionDays: '7',
        dailyAutomaticBackupStartTime: '03:00',
        copyTagsToBackups: 'true',
        dataCompressionType: 'LZ4',
        weeklyMaintenanceStartTime: '7:03:00',
        fileSystemTypeVersion: '2.15',
        extraTags: 'app=b,team=a',
      },
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'Immediate',
      mountOptions: ['flock'],
    });
  });

  it('are the declared classes on a plain cluster, where nothing is rendered', () => {
    let names: string[] = [];
    const objects = render((scope) => {
      names = [
        new EbsStorageClass(scope, 'gp3').storageClassName,
        new EfsStorageClass(scope, 'efs', { fileSystem: 'x' }).storageClassName,
        new FsxLustreStorageClass(scope, 'fsx', { subnetId: 'subnet-1' }).storageClassName,
        storageClassFor(scope, 'block', 'gp3'),
      ];
    }, local);
    expect([objects, names]).toEqual([{}, ['standard', 'standard', 'standard', 'standard']]);
  });
});
