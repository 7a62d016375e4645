import { type AddOnRow, RBAC_KINDS } from './add-on';

/** Read on 2026-11-29. */
export const EFS_CSI_DRIVER: AddOnRow = {
  controller: 'efs',
  namespace: 'kube-system',
  serviceAccounts: ['efs-csi-controller-sa', 'efs-csi-node-sa'],
  permissions: { managedPolicies: ['service-role/AmazonEFSCSIDriverPolicy'], required: true },
  onlyEks: true,
  traps: [
    'A trust policy for both ServiceAccounts needs StringLike with efs-csi-*; StringEquals lets neither in.',
    'Mount targets take TCP 2049 from the nodes, one in each zone; otherwise mounts wait until they time out.',
    'Windows and hybrid nodes cannot mount.',
  ],
  forms: {
    eks: { owner: 'aws', configuration: { controller: 'map', node: 'map' } },
    chart: {
      chart: 'aws-efs-csi-driver',
      repoURL: 'https://kubernetes-sigs.github.io/aws-efs-csi-driver',
      clusterKinds: [...RBAC_KINDS, 'CSIDriver', 'StorageClass'],
      roleAnnotations: [
        ['controller', 'serviceAccount', 'annotations'],
        ['node', 'serviceAccount', 'annotations'],
      ],
    },
    manifests: {
      repoURL: 'https://github.com/kubernetes-sigs/aws-efs-csi-driver.git',
      paths: ['deploy/kubernetes/overlays/stable'],
      revision: 'v2.1.0',
      clusterKinds: [...RBAC_KINDS, 'CSIDriver'],
    },
  },
  see: ['https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/README.md'],
};
