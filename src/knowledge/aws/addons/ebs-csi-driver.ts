import { type AddOnRow, RBAC_KINDS } from './add-on';

/** Read on 2026-11-29. */
export const EBS_CSI_DRIVER: AddOnRow = {
  controller: 'ebs',
  namespace: 'kube-system',
  serviceAccounts: ['ebs-csi-controller-sa'],
  permissions: {
    managedPolicies: [
      'AmazonEBSCSIDriverPolicyV2',
      'service-role/AmazonEBSCSIDriverPolicy',
      'AmazonEBSCSIDriverEKSClusterScopedPolicy',
    ],
    required: true,
  },
  autoMode: 'a driver for EBS, ebs.csi.eks.amazonaws.com',
  onlyEks: true,
  bringsWhen: [
    {
      when: ['defaultStorageClass', 'enabled'],
      object: { group: 'storage.k8s.io', kind: 'StorageClass', name: 'ebs-csi-default-sc' },
    },
  ],
  traps: [
    'AmazonEBSCSIDriverPolicyV2 touches only volumes with the tag ebs.csi.aws.com/cluster=true; tag by hand those that were made elsewhere.',
    'Keys of your own need kms:CreateGrant, kms:Encrypt, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* and kms:DescribeKey.',
    '`defaultStorageClass.enabled` makes a class that Git may own as well.',
    'Its volumes do not attach to Pods on Fargate.',
  ],
  forms: {
    eks: { owner: 'aws', configuration: { controller: 'map', node: 'map', defaultStorageClass: 'map' } },
    chart: {
      chart: 'aws-ebs-csi-driver',
      repoURL: 'https://kubernetes-sigs.github.io/aws-ebs-csi-driver',
      clusterKinds: [...RBAC_KINDS, 'CSIDriver', 'StorageClass', 'VolumeSnapshotClass.snapshot.storage.k8s.io'],
      roleAnnotations: [['controller', 'serviceAccount', 'annotations']],
    },
    manifests: {
      repoURL: 'https://github.com/kubernetes-sigs/aws-ebs-csi-driver.git',
      paths: ['deploy/kubernetes/overlays/stable'],
      revision: 'v1.50.0',
      clusterKinds: [...RBAC_KINDS, 'CSIDriver'],
    },
  },
  see: ['https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/install.md'],
};
