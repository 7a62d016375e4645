import { type AddOnRow, DEFINITION_KIND, RBAC_KINDS } from './add-on';

/** Read on 2026-11-29. */
export const S3_CSI_DRIVER: AddOnRow = {
  controller: 's3',
  namespace: 'kube-system',
  serviceAccounts: ['s3-csi-driver-sa'],
  permissions: {
    statements: [
      { actions: ['s3:ListBucket'], resources: 'the buckets' },
      {
        actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:DeleteObject'],
        resources: 'their objects',
      },
    ],
    required: false,
  },
  onlyEks: true,
  brings: [{ group: '', kind: 'Namespace', name: 'mount-s3' }],
  traps: [
    'From version 2 on it mounts in Pods of its own in namespace mount-s3, which needs room on each node.',
    'With IRSA of the driver every Pod that mounts has the same rights to the buckets.',
  ],
  forms: {
    eks: { owner: 'aws', configuration: { node: 'map' } },
    chart: {
      chart: 'aws-mountpoint-s3-csi-driver',
      repoURL: 'https://awslabs.github.io/mountpoint-s3-csi-driver',
      clusterKinds: [...RBAC_KINDS, DEFINITION_KIND, 'CSIDriver', 'PriorityClass'],
      namespaces: ['mount-s3'],
      roleAnnotations: [['node', 'serviceAccount', 'annotations']],
    },
    manifests: {
      repoURL: 'https://github.com/awslabs/mountpoint-s3-csi-driver.git',
      paths: ['deploy/kubernetes/overlays/stable'],
      revision: 'v2.0.0',
      clusterKinds: [...RBAC_KINDS, DEFINITION_KIND, 'CSIDriver', 'PriorityClass'],
      namespaces: ['mount-s3'],
    },
  },
  see: ['https://github.com/awslabs/mountpoint-s3-csi-driver/blob/main/docs/INSTALL.md'],
};
