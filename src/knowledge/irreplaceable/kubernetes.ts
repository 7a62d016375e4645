import { type IrreplaceableKind, kindsOf } from './row';

const SNAPSHOTS = 'https://kubernetes.io/docs/concepts/storage/volume-snapshots/#delete';

/** Kinds of Kubernetes itself, and of APIs that the Kubernetes project defines and others serve. Read on 2026-11-28. */
export const OF_KUBERNETES: readonly IrreplaceableKind[] = [
  {
    group: '',
    kind: 'Namespace',
    holds: 'data',
    lost: 'every object in it, with the volumes of its claims',
    source: 'https://kubernetes.io/docs/tasks/administer-cluster/namespaces/#deleting-a-namespace',
  },
  {
    group: '',
    kind: 'PersistentVolumeClaim',
    holds: 'data',
    lost: 'its volume with all data, unless the class retains it',
    source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming',
  },
  {
    group: '',
    kind: 'PersistentVolume',
    holds: 'data',
    lost: 'the tie to its storage, and the storage too unless it is retained',
    source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming',
  },
  {
    group: '',
    kind: 'Secret',
    holds: 'data',
    lost: 'what was put into it on the cluster: Git holds no values of Secrets',
    source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  },
  {
    group: 'apiextensions.k8s.io',
    kind: 'CustomResourceDefinition',
    holds: 'data',
    lost: 'every object of its kind',
    source:
      'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#delete-a-customresourcedefinition',
  },
  {
    group: 'storage.k8s.io',
    kind: 'StorageClass',
    holds: 'data',
    lost: 'what its claims need in order to be made, and to grow',
    source: 'https://kubernetes.io/docs/concepts/storage/storage-classes/',
  },
  {
    group: 'apps',
    kind: 'StatefulSet',
    holds: 'data',
    lost: 'its Pods, and its claims too where its retention policy says Delete',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention',
  },
  ...kindsOf('VolumeSnapshot VolumeSnapshotContent', {
    group: 'snapshot.storage.k8s.io',
    holds: 'data',
    lost: 'the snapshot in the storage, unless its class retains it',
    source: SNAPSHOTS,
  }),
  ...kindsOf('VolumeGroupSnapshot VolumeGroupSnapshotContent', {
    group: 'groupsnapshot.storage.k8s.io',
    holds: 'data',
    lost: 'the snapshots in the storage, unless their class retains them',
    source: 'https://kubernetes.io/blog/2023/05/08/kubernetes-1-27-volume-group-snapshot-alpha/',
  }),
  {
    group: '',
    kind: 'Service',
    holds: 'address',
    when: { field: ['spec', 'type'], is: 'LoadBalancer' },
    lost: 'its load balancer, with the address that clients and DNS hold on to',
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  },
  {
    group: 'networking.k8s.io',
    kind: 'Ingress',
    holds: 'address',
    lost: 'the routes that clients reach it by, and its load balancer unless others share it',
    source:
      'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#ingressgroup',
  },
  {
    group: 'gateway.networking.k8s.io',
    kind: 'Gateway',
    holds: 'address',
    lost: 'its load balancer, with the address that clients and DNS hold on to',
    source: 'https://gateway-api.sigs.k8s.io/api-types/gateway/',
  },
  {
    group: 'externaldns.k8s.io',
    kind: 'DNSEndpoint',
    holds: 'address',
    lost: 'its DNS records, which clients look up',
    source: 'https://kubernetes-sigs.github.io/external-dns/latest/docs/sources/crd/',
  },
];
