import { type ClusterObject, namespaceNamed } from '../kubernetes/cluster-objects';
import type { AddOnRow } from './addons/add-on';
import { ADD_ON_NAMES, ADD_ONS, controllerOf } from './addons/catalogue';

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

function serviceAccount(namespace: string, name: string): ClusterObject {
  return { group: '', kind: 'ServiceAccount', namespace, name };
}

/** What an add-on of the catalogue brings into a namespace that other objects name: the namespace, its ServiceAccounts and more. */
export function broughtBy({ serviceAccounts, brings = [] }: AddOnRow, namespace: string): readonly ClusterObject[] {
  return [
    ...(namespace === 'kube-system' ? [] : [namespaceNamed(namespace)]),
    ...serviceAccounts.map((name) => serviceAccount(namespace, name)),
    ...brings,
  ];
}

/**
 * What add-ons of EKS bring that are not in the catalogue: their namespace where it is one of their own, and the
 * ServiceAccount that AWS documents. Read on 2026-11-29.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/community-addons.html
 */
const OTHERS: Readonly<Record<string, readonly ClusterObject[]>> = {
  'aws-fsx-csi-driver': [serviceAccount('kube-system', 'fsx-csi-controller-sa')],
  'aws-privateca-connector-for-kubernetes': [
    namespaceNamed('aws-privateca-issuer'),
    serviceAccount('aws-privateca-issuer', 'aws-privateca-issuer'),
  ],
  'fluent-bit': [namespaceNamed('fluent-bit'), serviceAccount('fluent-bit', 'fluent-bit')],
  'kube-state-metrics': [namespaceNamed('kube-state-metrics')],
  'prometheus-node-exporter': [namespaceNamed('prometheus-node-exporter')],
};

/** What add-ons of EKS bring, by their names there, each into its own namespace. */
export const ADD_ON_OBJECTS: Readonly<Record<string, readonly ClusterObject[]>> = {
  ...Object.fromEntries(
    ADD_ON_NAMES.flatMap((name) => {
      const { addOn } = controllerOf(name);
      const brought = broughtBy(ADD_ONS[name], ADD_ONS[name].namespace);
      return addOn === undefined || brought.length === 0 ? [] : [[addOn, brought] as const];
    }),
  ),
  ...OTHERS,
};
