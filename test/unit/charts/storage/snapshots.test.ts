import { VolumeAttributesClass, VolumeClaim, VolumeSnapshot, VolumeSnapshotClass } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
const auto = eksEnvironment({ compute: { ...eksEnvironment().compute, autoMode: true } });
const staging = eksEnvironment({ tier: 'staging' });

describe('VolumeSnapshotClass', () => {
  it('keeps snapshots in production, and is of the driver that the cluster has', () => {
    const class1 = (environment?: Parameters<typeof render>[1]) =>
      render((scope) => new VolumeSnapshotClass(scope, 'daily'), environment)['VolumeSnapshotClass daily'];
    expect(class1()).toEqual({
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshotClass',
      metadata: { name: 'daily', labels },
      driver: 'ebs.csi.aws.com',
      deletionPolicy: 'Retain',
    });
    expect([at(class1(staging), 'deletionPolicy'), at(class1(auto), 'driver')]).toEqual([
      'Delete',
      'ebs.csi.eks.amazonaws.com',
    ]);
  });

  it('takes everything that its driver takes, and overrides beyond', () => {
    const objects = render(
      (scope) =>
        new VolumeSnapshotClass(scope, 'daily', {
          name: 'backups',
          deletionPolicy: 'Delete',
          tags: { team: 'a' },
          fastSnapshotRestoreZones: ['eu-west-1a', 'eu-west-1b'],
          lock: { mode: 'compliance', durationDays: 30, coolOffHours: 24 },
          outpostArn: 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-0123456789abcdef0',
          isDefault: true,
          overrides: { volumeSnapshotClass: { metadata: { labels: { tier: 'gold' } } } },
        }),
    );
    expect(objects['VolumeSnapshotClass backups']).toEqual({
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshotClass',
      metadata: {
        name: 'backups',
        labels: { ...labels, tier: 'gold' },
        annotations: { 'snapshot.storage.kubernetes.io/is-default-class': 'true' },
      },
      driver: 'ebs.csi.aws.com',
      deletionPolicy: 'Delete',
      parameters: {
        fastSnapshotRestoreAvailabilityZones: 'eu-west-1a,eu-west-1b',
        outpostArn: 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-0123456789abcdef0',
        lockMode: 'compliance',
        lockDuration: '30',
        lockCoolOffPeriod: '24',
        tagSpecification_1: 'team=a',
      },
    });
  });
});

describe('VolumeSnapshot', () => {
  it('keeps the data of a claim, and another claim begins with it', () => {
    const objects = render((scope) => {
      const claim = new VolumeClaim(scope, 'ledger', { storageClass: 'gp3', size: '10Gi' });
      const restoreFrom = new VolumeSnapshot(scope, 'before', { claim });
      new VolumeClaim(scope, 'rehearsal', { storageClass: 'gp3', size: '10Gi', restoreFrom });
    });
    expect(objects['VolumeSnapshot before']).toEqual({
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshot',
      metadata: { name: 'before', namespace: 'shop', labels },
      spec: { source: { persistentVolumeClaimName: 'ledger' } },
    });
    expect(at(objects['PersistentVolumeClaim rehearsal'], 'spec', 'dataSource')).toEqual({
      apiGroup: 'snapshot.storage.k8s.io',
      kind: 'VolumeSnapshot',
      name: 'before',
    });
  });

  it('takes everything that a snapshot can say, and overrides beyond', () => {
    const objects = render((scope) => {
      new VolumeSnapshot(scope, 'a', {
        name: 'imported',
        content: 'content-1',
        snapshotClass: new VolumeSnapshotClass(scope, 'backups'),
        labels: { team: 'a' },
        annotations: { note: 'b' },
        overrides: { volumeSnapshot: { metadata: { annotations: { more: 'c' } } } },
      });
    });
    expect(objects['VolumeSnapshot imported']).toEqual({
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshot',
      metadata: {
        name: 'imported',
        namespace: 'shop',
        labels: { ...labels, team: 'a' },
        annotations: { note: 'b', more: 'c' },
      },
      spec: { source: { volumeSnapshotContentName: 'content-1' }, volumeSnapshotClassName: 'backups' },
    });
  });
});

describe('VolumeAttributesClass', () => {
  it('says what volumes may do, and overrides beyond', () => {
    const objects = render((scope) => {
      const volumeAttributesClass = new VolumeAttributesClass(scope, 'a', {
        name: 'busy',
        type: 'gp3',
        iops: 6000,
        throughput: 1000,
        tags: { team: 'a' },
        removedTags: ['owner', 'cost'],
        overrides: { volumeAttributesClass: { metadata: { annotations: { note: 'b' } } } },
      });
      new VolumeClaim(scope, 'ledger', { storageClass: 'gp3', size: '10Gi', volumeAttributesClass });
    });
    expect(objects['VolumeAttributesClass busy']).toEqual({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'VolumeAttributesClass',
      metadata: { name: 'busy', labels, annotations: { note: 'b' } },
      driverName: 'ebs.csi.aws.com',
      parameters: {
        type: 'gp3',
        iops: '6000',
        throughput: '1000',
        tagSpecification_1: 'team=a',
        tagDeletion_1: 'owner',
        tagDeletion_2: 'cost',
      },
    });
    expect(at(objects['PersistentVolumeClaim ledger'], 'spec', 'volumeAttributesClassName')).toBe('busy');
  });

  it('is of the driver of Auto Mode there, and may say one thing alone', () => {
    const objects = render((scope) => new VolumeAttributesClass(scope, 'fast', { throughput: 1000 }), auto);
    expect(objects['VolumeAttributesClass fast']).toMatchObject({
      driverName: 'ebs.csi.eks.amazonaws.com',
      parameters: { throughput: '1000' },
    });
  });
});

it('on a plain cluster claims begin empty and name no such class', () => {
  const objects = render((scope) => {
    const volumeAttributesClass = new VolumeAttributesClass(scope, 'fast', { iops: 4000 });
    const snapshotClass = new VolumeSnapshotClass(scope, 'backups');
    const restoreFrom = new VolumeSnapshot(scope, 'before', { claim: 'ledger', snapshotClass });
    new VolumeClaim(scope, 'copy', { storageClass: 'standard', size: '1Gi', restoreFrom, volumeAttributesClass });
  }, kubernetesEnvironment());
  expect(Object.keys(objects)).toEqual(['PersistentVolumeClaim copy']);
  expect(objects['PersistentVolumeClaim copy']?.['spec']).toEqual({
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '1Gi' } },
    storageClassName: 'standard',
  });
});
