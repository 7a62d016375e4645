/** A kind whose object does not come back as it was when it is deleted and created again. */
export interface IrreplaceableKind {
  readonly group: string;
  readonly kind: string;
  /** `data`: it holds data, or takes what holds data with it; `address`: clients hold on to an address that goes with it. */
  readonly holds: 'data' | 'address';
  /** Where not all objects of the kind are meant: a field and its value. */
  readonly when?: { readonly field: readonly string[]; readonly is: string };
  /** What is lost with it, as the end of a sentence. */
  readonly lost: string;
  readonly source: string;
}

/** Read on 2026-11-28. The deletion brake, `diff` and the confirmations of Argo CD all walk this list. */
export const IRREPLACEABLE_KINDS: readonly IrreplaceableKind[] = [
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
    lost: 'its Pods, and its claims too unless they are retained',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention',
  },
  {
    group: 'apps.kruise.io',
    kind: 'StatefulSet',
    holds: 'data',
    lost: 'its Pods, and its claims too unless they are retained',
    source: 'https://openkruise.io/docs/user-manuals/advancedstatefulset',
  },
  {
    group: '',
    kind: 'Service',
    holds: 'address',
    when: { field: ['spec', 'type'], is: 'LoadBalancer' },
    lost: 'its load balancer, with the address that clients and DNS hold on to',
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  },
];

const BY_KIND: ReadonlyMap<string, IrreplaceableKind> = new Map(
  IRREPLACEABLE_KINDS.map((row) => [`${row.group}/${row.kind}`, row] as const),
);

/** The row of a kind, whatever its `when` asks of an object. */
export function irreplaceableKind(group: string, kind: string): IrreplaceableKind | undefined {
  return BY_KIND.get(`${group}/${kind}`);
}
