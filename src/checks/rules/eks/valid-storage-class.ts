import { EBS_DRIVERS } from '../../../knowledge/aws/cluster-objects';
import { ebsLimits, rareEbsNumbers, wrongEbsNumbers } from '../../../knowledge/aws/ebs-volumes';
import { STORAGE_DRIVERS, type StorageKind, storageKindOf } from '../../../knowledge/aws/storage-drivers';
import { unknownParameters } from '../../../knowledge/aws/storage-parameters';
import { type JsonObject, mapAt, textAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';

export const validStorageClass: ObjectRule = {
  id: 'eks/valid-storage-class',
  severity: 'error',
  summary: 'A StorageClass or VolumeAttributesClass says what its driver takes, and EBS volumes wait for their Pod.',
  why: 'The server takes any parameters. The driver refuses each claim of the class later, or leaves out in silence what it does not know, and a class cannot be changed: it has to be made anew under another name.',
  see: [
    'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/parameters.md',
    'https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/v3.4.1/docs/README.md',
    'https://docs.aws.amazon.com/eks/latest/userguide/create-storage-class.html',
  ],
  kinds: ['storage.k8s.io/StorageClass', 'storage.k8s.io/VolumeAttributesClass'],
  check({ kind: objectKind, value }, context, tell) {
    const driver = textAt(value, 'provisioner') ?? textAt(value, 'driverName') ?? '';
    const kind = storageKindOf(driver);
    if (kind === undefined) return;
    const parameters = mapAt(value, 'parameters');
    if (kind === 'ebs') judgeNumbers(parameters, objectKind !== 'StorageClass', tell);
    if (objectKind !== 'StorageClass') return;
    judgeNames(kind, parameters, tell);
    judgeRequired(kind, parameters, tell);
    if (kind === 'ebs') judgeBinding(value, tell);
    judgeDriver(driver, kind, context, tell);
  },
};

/** @param changes whether volumes exist already, whose type may be any where none is given */
function judgeNumbers(parameters: JsonObject, changes: boolean, tell: Tell): void {
  const keys = new Map(Object.entries(parameters).map(([key, value]) => [key.toLowerCase(), [key, value] as const]));
  const number = (name: string) => {
    const text = keys.get(name.toLowerCase())?.[1];
    return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : undefined;
  };
  const type = String(keys.get('type')?.[1] ?? (changes ? '' : 'gp3')).toLowerCase();
  if (ebsLimits(type) === undefined) return;
  const asked = {
    type,
    changes,
    iops: number('iops'),
    iopsPerGB: number('iopsPerGB'),
    throughput: number('throughput'),
  };
  const wrong = wrongEbsNumbers(asked).map((one) => ({ ...one, severity: 'error' as const }));
  const rare = wrong.length > 0 ? [] : rareEbsNumbers(asked).map((one) => ({ ...one, severity: 'warning' as const }));
  for (const { field, what, fix, severity } of [...wrong, ...rare]) {
    const [key, found] = keys.get(field.toLowerCase()) ?? [field, ''];
    tell({ path: ['parameters', key], found: String(found), what: `${what}.`, fix: `${fix}.`, severity });
  }
}

function judgeNames(kind: StorageKind, parameters: JsonObject, tell: Tell): void {
  const { title } = STORAGE_DRIVERS[kind];
  for (const { key, driver, known } of unknownParameters(kind, Object.keys(parameters))) {
    const then =
      driver === 'refused'
        ? 'which refuses every claim of the class'
        : 'which leaves it out in silence, as if it were not there';
    tell({
      path: ['parameters', key],
      found: key,
      what: `parameter \`${key}\` is not known to the driver of ${title}, ${then}.${didYouMean(key, known)}`,
      fix: 'correct its name, or remove it.',
      severity: driver === 'refused' ? 'error' : 'warning',
    });
  }
}

/** What the driver cannot make a volume without: one of each list. */
const REQUIRED: Readonly<Partial<Record<StorageKind, readonly (readonly string[])[]>>> = {
  efs: [['provisioningMode'], ['fileSystemId', 'fileSystemIdConfigRef', 'fileSystemIdSecretRef']],
  fsxLustre: [['subnetId']],
};

function judgeRequired(kind: StorageKind, parameters: JsonObject, tell: Tell): void {
  for (const names of REQUIRED[kind] ?? []) {
    const given = names.filter((name) => Object.hasOwn(parameters, name));
    if (given.length === 1) continue;
    const all = names.map((name) => `\`${name}\``).join(', ');
    tell({
      path: ['parameters'],
      found: given.join(', ') || 'nothing',
      what: `${given.length === 0 ? `it has no ${all}` : `it has ${given.length} of ${all}`}, so the driver of ${STORAGE_DRIVERS[kind].title} refuses every claim of the class.`,
      fix: `set ${names.length === 1 ? all : `exactly one of ${all}`}.`,
    });
  }
}

function judgeBinding(value: JsonObject, tell: Tell): void {
  const mode = textAt(value, 'volumeBindingMode');
  if (mode === 'WaitForFirstConsumer') return;
  tell({
    path: ['volumeBindingMode'],
    found: mode ?? 'nothing',
    wanted: 'WaitForFirstConsumer',
    what: 'its volumes are made before their Pods have a node, in a zone that may have none: such a Pod stays Pending with "volume node affinity conflict".',
    fix: 'set `volumeBindingMode: WaitForFirstConsumer`, in a class of a new name.',
    severity: 'warning',
  });
}

function judgeDriver(driver: string, kind: StorageKind, { environment }: CheckContext, tell: Tell): void {
  if (!STORAGE_DRIVERS[kind].madeOnDemand)
    tell({
      path: ['provisioner'],
      found: driver,
      what: `the driver of ${STORAGE_DRIVERS[kind].title} makes no volumes: claims of the class stay Pending.`,
      fix: 'write a PersistentVolume for the bucket, and a claim with `storageClassName: ""` and its `volumeName`.',
    });
  if (environment.platform !== 'eks' || driver !== EBS_DRIVERS.autoMode || environment.compute.autoMode) return;
  tell({
    path: ['provisioner'],
    found: driver,
    wanted: EBS_DRIVERS.own,
    what: `\`${driver}\` is the driver of EKS Auto Mode, which this cluster does not use: claims of the class stay Pending.`,
    fix: `set \`provisioner: ${EBS_DRIVERS.own}\`.`,
  });
}
