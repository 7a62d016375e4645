import { FSX_THROUGHPUT, type FsxDeploymentType } from '../../src/knowledge/aws/fsx-lustre';
import { byCodeUnit } from '../../src/model/order';
import type { Problems } from '../shared/problems';
import { texts } from './texts';

/** What the FSx driver is told about new file systems. The driver ignores keys that it does not know, so all of them are typed here. */
export interface FsxLustreParameters {
  /** The subnet that the file systems lie in, such as `subnet-0123456789abcdef0`; their zone. */
  readonly subnetId: string;
  /** Security groups that let the nodes in on port 988. `@default` - the default one of the VPC (FSx) */
  readonly securityGroupIds?: readonly string[];
  /** Whether the data outlives a server. `@default` SCRATCH_1 (driver) */
  readonly deploymentType?: FsxDeploymentType;
  /** MiB/s for each TiB; with PERSISTENT_1 and PERSISTENT_2, which need it. */
  readonly perUnitStorageThroughput?: number;
  /** Disks. `@default` SSD (FSx) */
  readonly storageType?: 'SSD' | 'HDD';
  /** Cache of hard disks, a fifth of their size; with HDD, which needs it. */
  readonly driveCacheType?: 'NONE' | 'READ';
  /** Whether clients use EFA; PERSISTENT_2 with metadata of its own. `@default` false (FSx) */
  readonly efaEnabled?: boolean;
  /** Who sets `metadataIops`; PERSISTENT_2. `@default` - FSx */
  readonly metadataConfigurationMode?: 'AUTOMATIC' | 'USER_PROVISIONED';
  /** Operations on metadata per second, with USER_PROVISIONED. `@default` - by the size (FSx) */
  readonly metadataIops?: number;
  /** Days that automatic backups are kept, 0–90; 0 makes none. Persistent ones only. `@default` 0 (FSx) */
  readonly automaticBackupRetentionDays?: number;
  /** When they are made, in UTC: `03:00`. `@default` - FSx decides */
  readonly dailyAutomaticBackupStartTime?: string;
  /** Whether backups get the tags of the file system. `@default` false (FSx) */
  readonly copyTagsToBackups?: boolean;
  /** How files are packed. `@default` NONE (FSx) */
  readonly dataCompressionType?: 'NONE' | 'LZ4';
  /** When AWS may patch it, in UTC: day of the week from 1, Monday, and the time: `7:03:00`. `@default` - FSx decides */
  readonly weeklyMaintenanceStartTime?: string;
  /** Version of Lustre, such as `2.15`. `@default` - by the deployment type (FSx) */
  readonly fileSystemTypeVersion?: string;
  /** AWS tags of the file systems. `@default` - the driver's own */
  readonly tags?: Readonly<Record<string, string>>;
}

/** All values are text: the driver reads nothing else. */
export function fsxParameters(input: FsxLustreParameters, kmsKeyId: string | undefined): Record<string, string> {
  const { tags = {}, securityGroupIds, ...others } = input;
  const pairs = Object.keys(tags)
    .sort(byCodeUnit)
    .map((key) => `${key}=${tags[key]}`);
  return texts({
    subnetId: others.subnetId,
    securityGroupIds: securityGroupIds?.join(','),
    deploymentType: others.deploymentType,
    perUnitStorageThroughput: others.perUnitStorageThroughput,
    storageType: others.storageType,
    driveCacheType: others.driveCacheType,
    kmsKeyId,
    efaEnabled: others.efaEnabled,
    metadataConfigurationMode: others.metadataConfigurationMode,
    metadataIops: others.metadataIops,
    automaticBackupRetentionDays: others.automaticBackupRetentionDays,
    dailyAutomaticBackupStartTime: others.dailyAutomaticBackupStartTime,
    copyTagsToBackups: others.copyTagsToBackups,
    dataCompressionType: others.dataCompressionType,
    weeklyMaintenanceStartTime: others.weeklyMaintenanceStartTime,
    fileSystemTypeVersion: others.fileSystemTypeVersion,
    extraTags: pairs.length === 0 ? undefined : pairs.join(','),
  });
}

export function fsxProblems(input: FsxLustreParameters, problems: Problems): void {
  const { subnetId, deploymentType = 'SCRATCH_1', perUnitStorageThroughput: throughput, storageType = 'SSD' } = input;
  const isPersistent = deploymentType.startsWith('PERSISTENT');
  problems.unless(
    /^subnet-[0-9a-f]+$/.test(subnetId),
    `subnetId "${subnetId}" is not the id of a subnet; every claim of the class would stay Pending.`,
    'write it like subnet-0123456789abcdef0.',
  );
  problems.unless(
    isPersistent === (throughput !== undefined),
    isPersistent
      ? `deploymentType ${deploymentType} has no perUnitStorageThroughput, which FSx wants; every claim of the class would stay Pending.`
      : `perUnitStorageThroughput is of persistent file systems, and this one is ${deploymentType}; FSx refuses every claim of the class.`,
    isPersistent ? 'give perUnitStorageThroughput.' : 'leave it out, or set deploymentType to PERSISTENT_2.',
  );
  judgeThroughput(`${deploymentType} ${storageType}`, throughput, problems);
  problems.unless(
    (storageType === 'HDD') === (input.driveCacheType !== undefined),
    'driveCacheType belongs to hard disks: FSx wants it with storageType HDD, and refuses it with SSD.',
    'give both, or neither.',
  );
  problems.unless(
    isPersistent || input.automaticBackupRetentionDays === undefined,
    `automatic backups are of persistent file systems, and this one is ${deploymentType}; FSx refuses every claim of the class.`,
    'leave automaticBackupRetentionDays out, or set deploymentType to PERSISTENT_2.',
  );
  problems.integer('automaticBackupRetentionDays', input.automaticBackupRetentionDays, 0, 90);
  for (const [key, value] of Object.entries(input.tags ?? {}))
    problems.unless(
      !/[,=]/.test(`${key}${value}`) && !key.startsWith('aws:'),
      `tag "${key}" is refused by the driver; every claim of the class would stay Pending.`,
      'use no comma and no =, and a key that does not begin with aws:.',
    );
}

function judgeThroughput(kind: string, throughput: number | undefined, problems: Problems): void {
  const known = Object.entries(FSX_THROUGHPUT).find(([name]) => name === kind)?.[1];
  if (throughput === undefined || known === undefined) return;
  problems.unless(
    known.includes(throughput),
    `perUnitStorageThroughput is ${throughput}; ${kind} takes ${known.join(', ')}.`,
    'choose one of these.',
  );
}
