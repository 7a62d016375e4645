import { EbsStorageClass, EfsStorageClass, storageClassFor } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
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

  it('are the declared classes on a plain cluster, where nothing is rendered', () => {
    let names: string[] = [];
    const objects = render((scope) => {
      names = [
        new EbsStorageClass(scope, 'gp3').storageClassName,
        new EfsStorageClass(scope, 'efs', { fileSystem: 'x' }).storageClassName,
        storageClassFor(scope, 'block', 'gp3'),
      ];
    }, local);
    expect([objects, names]).toEqual([{}, ['standard', 'standard', 'standard']]);
  });
});
