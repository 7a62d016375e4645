import type { StorageKind } from './storage-drivers';

/** What a driver does with a parameter of a class that it does not know. */
interface ParameterNames {
  readonly unknown: 'refused' | 'ignored';
  /** Separated by blanks, as the driver spells them. */
  readonly names: string;
  /** Of names that end in something of the user's. */
  readonly prefixes: readonly string[];
  /** Whether the driver reads `IOPS` as `iops`. */
  readonly anyCase: boolean;
}

/**
 * The parameters of StorageClasses by driver; those that begin with `csi.storage.k8s.io/` are read by Kubernetes' own
 * sidecars. Read on 2026-11-29.
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/parameters.md
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/v3.4.1/docs/README.md#storage-class-parameters-for-dynamic-provisioning
 * @see https://github.com/kubernetes-sigs/aws-fsx-csi-driver/blob/v1.9.0/pkg/driver/controller.go
 */
const PARAMETERS: Readonly<Partial<Record<StorageKind, ParameterNames>>> = {
  ebs: {
    unknown: 'refused',
    anyCase: true,
    names:
      'type iops iopsPerGB allowAutoIOPSPerGBIncrease allowAutoIOPSIncreaseOnModify throughput encrypted kmsKeyId fstype blockSize inodeSize bytesPerInode numberOfInodes ext4BigAlloc ext4ClusterSize ext4EncryptionSupport volumeInitializationRate blockAttachUntilInitialized outpostArn blockExpress',
    prefixes: ['tagSpecification_'],
  },
  efs: {
    unknown: 'ignored',
    anyCase: false,
    names:
      'provisioningMode fileSystemId fileSystemIdConfigRef fileSystemIdSecretRef directoryPerms uid gid gidRangeStart gidRangeEnd basePath subPathPattern ensureUniqueDirectory az enforceZoneAffinity reuseAccessPoint enableTagging',
    prefixes: [],
  },
  fsxLustre: {
    unknown: 'ignored',
    anyCase: false,
    names:
      'subnetId securityGroupIds autoImportPolicy s3ImportPath s3ExportPath deploymentType kmsKeyId perUnitStorageThroughput storageType driveCacheType automaticBackupRetentionDays dailyAutomaticBackupStartTime copyTagsToBackups dataCompressionType weeklyMaintenanceStartTime fileSystemTypeVersion extraTags efaEnabled metadataConfigurationMode metadataIops throughputCapacity dataReadCacheSizingMode dataReadCacheSizeGiB skipFinalBackup',
    prefixes: [],
  },
};

export interface UnknownParameter {
  readonly key: string;
  readonly driver: 'refused' | 'ignored';
  readonly known: readonly string[];
}

/** Parameters that the driver does not know; none for a driver whose names are not written down. */
export function unknownParameters(kind: StorageKind, keys: readonly string[]): readonly UnknownParameter[] {
  const row = PARAMETERS[kind];
  if (row === undefined) return [];
  const known = row.names.split(' ');
  const spelt = (name: string) => (row.anyCase ? name.toLowerCase() : name);
  const spellings = new Set(known.map(spelt));
  const prefixes = [...row.prefixes, 'csi.storage.k8s.io/'];
  return keys
    .filter((key) => !spellings.has(spelt(key)) && !prefixes.some((prefix) => key.startsWith(prefix)))
    .map((key) => ({ key, driver: row.unknown, known }));
}
