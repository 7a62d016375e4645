import {
  type AccessMode,
  STORAGE_DRIVERS,
  type VolumeMode,
  wrongAccess,
} from '../../src/knowledge/aws/storage-drivers';
import type { Problems } from '../shared/problems';
import { constructOf, type StorageClassInput } from './storage-class-input';

/** Folders of many are shared, disks are not. */
export function accessModeOf(storageClass: StorageClassInput): AccessMode {
  const storage = constructOf(storageClass)?.storage;
  return storage === undefined || storage === 'ebs' ? 'ReadWriteOnce' : 'ReadWriteMany';
}

/** What the driver of the class refuses; the rules say the same of classes that are named. */
export function judgeAccess(
  storageClass: StorageClassInput,
  accessMode: AccessMode,
  volumeMode: VolumeMode | undefined,
  problems: Problems,
  claim = 'the claim',
): void {
  const known = constructOf(storageClass);
  if (known === undefined) return;
  const { storage, storageClassName, volumeType } = known;
  const wrong = wrongAccess(storage, { accessMode, volumeMode: volumeMode ?? 'Filesystem', ebsType: volumeType });
  if (wrong?.served !== 'refused') return;
  problems.add(
    `${claim} asks for ${wrong.asks}, but class ${storageClassName} is one of ${STORAGE_DRIVERS[storage].title}, whose driver ${wrong.serves}; the claim would stay Pending.`,
    `${wrong.fix}, or a class of another driver.`,
  );
}
