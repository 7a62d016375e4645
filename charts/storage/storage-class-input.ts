import type { AccessMode, ServedModes, StorageKind, VolumeMode } from '../../src/knowledge/aws/storage-drivers';
import { type NamedObject, nameOf } from '../workload/values';

/** A class of a driver that is known: one of ours. */
export interface StorageClassConstruct {
  /** Name for claims. */
  readonly storageClassName: string;
  /** What AWS keeps the data in. */
  readonly storage: StorageKind;
  /** Type of EBS volumes. */
  readonly volumeType?: string;
}

/** A StorageClass: by its name, one of ours, what has its name, or an object of cdk8s or cdk8s-plus. */
export type StorageClassInput =
  | NamedObject
  | StorageClassConstruct
  | {
      /** Name for claims. */
      readonly storageClassName: string;
    };

/** The access modes that the driver of a class serves; all where the driver is not known. */
export type AccessModeOf<Class, Mode extends VolumeMode> = Class extends { readonly storage: infer Kind }
  ? Kind extends StorageKind
    ? ServedModes[Kind][Mode]
    : AccessMode
  : AccessMode;

export function classNameOf(storageClass: NamedObject | { readonly storageClassName: string }): string {
  return typeof storageClass === 'object' && 'storageClassName' in storageClass
    ? storageClass.storageClassName
    : nameOf(storageClass);
}

/** Undefined where only a name is given. */
export function constructOf(storageClass: StorageClassInput): StorageClassConstruct | undefined {
  return typeof storageClass === 'object' && 'storage' in storageClass ? storageClass : undefined;
}
