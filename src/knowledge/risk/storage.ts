import { K8S, type RiskRow, rowsOf, WHOLE } from './row';
import { becomes, get, grows, items, shrinks } from './values';

const VOLUMES = `${K8S}concepts/storage/persistent-volumes/`;
const CLASSES = `${K8S}concepts/storage/storage-classes/`;
const SETS = `${K8S}concepts/workloads/controllers/statefulset/`;
const RETENTION = `${SETS}#persistentvolumeclaim-retention`;
const deletesWhenScaled = (value: unknown) =>
  get(value, 'spec', 'persistentVolumeClaimRetentionPolicy', 'whenScaled') === 'Delete';

export const STORAGE_ROWS: readonly RiskRow[] = [
  ...rowsOf(
    { kinds: 'PersistentVolumeClaim', source: VOLUMES },
    {
      'claim-grows': {
        field: /^spec\.resources\.requests\.storage$/,
        shown: 'spec.resources.requests.storage, larger',
        when: grows,
        risk: 'cost',
        why: 'a bound claim grows while it is in use, where its class allows that; one that waits for its first Pod refuses it.',
      },
      'claim-attributes': {
        field: /^spec\.volumeAttributesClassName$/,
        shown: 'spec.volumeAttributesClassName',
        risk: 'cost',
        why: 'the volume gets other IOPS and throughput while it is in use; Kubernetes 1.33 drops the field without a word.',
        source: `${K8S}concepts/storage/volume-attributes-classes/`,
      },
      'claim-added': {
        field: WHOLE,
        shown: 'the object, added',
        on: ['added'],
        risk: 'cost',
        why: 'one more volume is paid for by its size.',
        source: 'https://aws.amazon.com/ebs/pricing/',
      },
      'claim-renamed': {
        field: WHOLE,
        shown: 'the object, renamed or moved',
        on: ['renamed', 'moved'],
        risk: 'data',
        why: 'the new claim is empty, and the old one is deleted with its volume where its class says Delete.',
      },
    },
  ),
  ...rowsOf(
    { kinds: 'StatefulSet', source: RETENTION },
    {
      'set-renamed': {
        field: WHOLE,
        shown: 'the object, renamed',
        on: ['renamed'],
        risk: 'data',
        why: 'claims are called after the set: the new one starts with empty claims, and the old ones stay behind.',
        source: `${SETS}#stable-storage`,
      },
      'set-retention': {
        field: /^spec\.persistentVolumeClaimRetentionPolicy\.(?:whenDeleted|whenScaled)$/,
        shown: 'spec.persistentVolumeClaimRetentionPolicy → Delete',
        when: becomes('Delete'),
        risk: 'data',
        why: 'with the next scaling down, or with the set, its claims are deleted, and with them the data.',
      },
      'set-shrinks': {
        field: /^spec\.replicas$/,
        shown: 'spec.replicas, fewer, where claims go with their Pods',
        when: (change) => shrinks(change) && deletesWhenScaled(change.now),
        risk: 'data',
        why: 'the claims of the Pods that go are deleted with them, and so is their data.',
      },
      'set-grows': {
        field: /^spec\.replicas$/,
        shown: 'spec.replicas, more, of a set with claims',
        when: (change) => grows(change) && items(change.now, 'spec', 'volumeClaimTemplates').length > 0,
        risk: 'cost',
        why: 'each Pod more has volumes of its own.',
        source: 'https://aws.amazon.com/ebs/pricing/',
      },
    },
  ),
  ...rowsOf(
    { kinds: 'PersistentVolume', source: `${VOLUMES}#reclaiming` },
    {
      'volume-reclaim': {
        field: /^spec\.persistentVolumeReclaimPolicy$/,
        shown: 'spec.persistentVolumeReclaimPolicy → Delete',
        when: becomes('Delete'),
        risk: 'data',
        why: 'when its claim is deleted, the disk is deleted too.',
      },
      'volume-kept': {
        field: /^spec\.persistentVolumeReclaimPolicy$/,
        shown: 'spec.persistentVolumeReclaimPolicy → Retain',
        when: becomes('Retain'),
        risk: 'harmless',
        why: 'when its claim is deleted, the disk stays, and is paid for until somebody deletes it.',
      },
      'volume-claim': {
        field: /^spec\.claimRef\b/,
        shown: 'spec.claimRef',
        risk: 'widened',
        why: 'another claim may bind the volume, and its Pods read the data.',
      },
      'volume-mount-options': {
        field: /^spec\.(?:mountOptions|storageClassName|capacity)\b/,
        shown: 'spec.{mountOptions, storageClassName, capacity}',
        risk: 'later',
        why: 'it is accepted, and counts at the next mount or binding only; the disk itself stays as it is.',
      },
    },
  ),
  ...rowsOf(
    { kinds: 'StorageClass', source: CLASSES },
    {
      'class-behaviour': {
        field: /^(?:allowVolumeExpansion|mountOptions|allowedTopologies)\b/,
        shown: '{allowVolumeExpansion, mountOptions, allowedTopologies}',
        risk: 'harmless',
        why: 'it holds for volumes that are made from now on, and for claims that grow.',
      },
      'class-default': {
        field: /^metadata\.annotations\["storageclass\.kubernetes\.io\/is-default-class"\]$/,
        shown: 'metadata.annotations["storageclass.kubernetes.io/is-default-class"]',
        risk: 'harmless',
        why: 'claims without a class get it from now on; of two default classes the newest wins.',
      },
      'class-removed': {
        kinds: 'StorageClass VolumeAttributesClass',
        field: WHOLE,
        shown: 'the object, removed',
        on: ['removed'],
        risk: 'unavailable',
        why: 'volumes that exist stay; a claim that names the class stays Pending.',
      },
    },
  ),
  ...rowsOf(
    { kinds: 'snapshot.storage.k8s.io/VolumeSnapshotClass', source: `${K8S}concepts/storage/volume-snapshot-classes/` },
    {
      'snapshot-class': {
        field: /^(?:parameters|driver)\b/,
        shown: '{parameters, driver} of a VolumeSnapshotClass',
        risk: 'later',
        why: 'snapshots that exist keep what they were made with.',
      },
      'snapshot-deletion': {
        field: /^deletionPolicy$/,
        shown: 'deletionPolicy → Delete',
        when: becomes('Delete'),
        risk: 'data',
        why: 'snapshots that are made from now on are deleted in AWS with their objects.',
      },
    },
  ),
];
