import { type ClusterObject, namespaceNamed } from '../kubernetes/cluster-objects';

/**
 * The class that EKS puts on a new cluster, and the driver that serves it: the in-tree provisioner is only a name for
 * it. Up to 1.29 it was the default class. EKS Auto Mode has another driver, which does not serve it, and makes no
 * class of its own, neither for volumes nor for Ingresses. Read on 2026-11-29.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-extended.html#kubernetes-1-30
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-storage-class.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-alb.html
 */
export const EKS_STORAGE_CLASS = {
  group: 'storage.k8s.io',
  kind: 'StorageClass',
  name: 'gp2',
  provisioner: 'kubernetes.io/aws-ebs',
  lastDefault: '1.29',
} as const;

/** Who makes EBS volumes: the driver that one installs, or that of EKS Auto Mode. */
export const EBS_DRIVERS = { own: 'ebs.csi.aws.com', autoMode: 'ebs.csi.eks.amazonaws.com' } as const;

/** As classes name them. */
export const EBS_PROVISIONERS: readonly string[] = [...Object.values(EBS_DRIVERS), EKS_STORAGE_CLASS.provisioner];

const inSystem = (name: string): ClusterObject => serviceAccount('kube-system', name);

function serviceAccount(namespace: string, name: string): ClusterObject {
  return { group: '', kind: 'ServiceAccount', namespace, name };
}

/**
 * What add-ons of EKS bring that other objects name: their namespace where it is one of their own, and the
 * ServiceAccount that AWS documents. Read on 2026-11-29.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/community-addons.html
 */
export const ADD_ON_OBJECTS: Readonly<Record<string, readonly ClusterObject[]>> = {
  'vpc-cni': [inSystem('aws-node')],
  'aws-ebs-csi-driver': [inSystem('ebs-csi-controller-sa')],
  'aws-efs-csi-driver': [inSystem('efs-csi-controller-sa')],
  'aws-fsx-csi-driver': [inSystem('fsx-csi-controller-sa')],
  'aws-mountpoint-s3-csi-driver': [inSystem('s3-csi-driver-sa')],
  'amazon-cloudwatch-observability': [
    namespaceNamed('amazon-cloudwatch'),
    serviceAccount('amazon-cloudwatch', 'cloudwatch-agent'),
  ],
  'aws-privateca-connector-for-kubernetes': [
    namespaceNamed('aws-privateca-issuer'),
    serviceAccount('aws-privateca-issuer', 'aws-privateca-issuer'),
  ],
  'cert-manager': [namespaceNamed('cert-manager')],
  'external-dns': [namespaceNamed('external-dns'), serviceAccount('external-dns', 'external-dns')],
  'fluent-bit': [namespaceNamed('fluent-bit'), serviceAccount('fluent-bit', 'fluent-bit')],
  'kube-state-metrics': [namespaceNamed('kube-state-metrics')],
  'prometheus-node-exporter': [namespaceNamed('prometheus-node-exporter')],
};
