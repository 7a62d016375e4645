import { type EbsVolumeType, wrongEbsNumbers } from '../../src/knowledge/aws/ebs-volumes';
import type { Problems } from '../shared/problems';
import { type EbsFormat, formatParameters, formatProblems } from './ebs-format';
import { texts } from './texts';
import { tagParameters, tagProblems } from './volume-tags';

/** What a volume of EBS gets, and may get later. */
export interface EbsPerformance {
  /**
   * Operations per second: gp3 3000–80000 (above 16000 only where the region has it), io1 100–64000, io2 100–256000.
   * @default 3000 for gp3 (driver)
   * @finding eks/valid-storage-class
   */
  readonly iops?: number;
  /** MiB/s, 125–2000, at most a quarter of the iops; gp3 only, and above 1000 only where the region has it. `@default` 125 (driver) */
  readonly throughput?: number;
  /** AWS tags of the volumes. A value may hold the driver's templates, such as `{{.PVCNamespace}}`. `@default` - the driver's own */
  readonly tags?: Readonly<Record<string, string>>;
}

/** What the EBS driver is told about new volumes. */
export interface EbsParameters extends EbsPerformance {
  /** The type of new volumes. `@default` gp3 */
  readonly type?: EbsVolumeType;
  /** Instead of `iops`, per GiB: gp3 at most 500, io1 50, io2 1000. `@default` - not by size */
  readonly iopsPerGB?: number;
  /** With `iopsPerGB`: raises what a small volume gets to the least its type takes. `@default` false (driver) */
  readonly allowAutoIopsPerGBIncrease?: boolean;
  /** With `iopsPerGB`: raises the iops with the volume when it grows. `@default` false (driver) */
  readonly allowAutoIopsIncreaseOnModify?: boolean;
  /** The file system that new volumes are formatted with; ntfs is of Windows. `@default` ext4 (driver) */
  readonly fsType?: 'ext4' | 'xfs' | 'ext3' | 'ntfs';
  /** How new file systems are made. `@default` - as the tools of the file system do */
  readonly format?: EbsFormat;
  /** MiB/s, from 1 (AWS documents 100–300), at which a volume restored from a snapshot is filled; AWS bills it. `@default` - block by block, as they are read */
  readonly volumeInitializationRate?: number;
  /** The Outpost that the volumes lie on, as an ARN. `@default` - the region */
  readonly outpostArn?: string;
}

/** All values are text: the driver reads nothing else. An unknown key would fail every claim of the class. */
export function ebsParameters(input: EbsParameters, kmsKeyId: string | undefined): Record<string, string> {
  const given: Record<string, string | number | boolean | undefined> = {
    type: input.type ?? 'gp3',
    encrypted: true,
    kmsKeyId,
    iops: input.iops,
    iopsPerGB: input.iopsPerGB,
    allowAutoIOPSPerGBIncrease: input.allowAutoIopsPerGBIncrease,
    allowAutoIOPSIncreaseOnModify: input.allowAutoIopsIncreaseOnModify,
    throughput: input.throughput,
    'csi.storage.k8s.io/fstype': input.fsType,
    ...formatParameters(input.format),
    volumeInitializationRate: input.volumeInitializationRate,
    outpostArn: input.outpostArn,
  };
  return { ...texts(given), ...tagParameters(input.tags) };
}

/** Only what no region and no driver takes; what AWS raises from time to time is left to it. */
export function ebsParameterProblems(input: EbsParameters, problems: Problems): void {
  const { type = 'gp3', iops, iopsPerGB, throughput } = input;
  for (const { what, fix } of wrongEbsNumbers({ type, iops, iopsPerGB, throughput }))
    problems.add(`${what}.`, `${fix}.`);
  problems.unless(
    input.allowAutoIopsPerGBIncrease === undefined || iopsPerGB !== undefined,
    'allowAutoIopsPerGBIncrease has no effect without iopsPerGB.',
    'give iopsPerGB, or leave it out.',
  );
  problems.unless(
    input.allowAutoIopsIncreaseOnModify === undefined || iopsPerGB !== undefined,
    'allowAutoIopsIncreaseOnModify has no effect without iopsPerGB.',
    'give iopsPerGB, or leave it out.',
  );
  problems.integer('volumeInitializationRate', input.volumeInitializationRate, 1);
  formatProblems(input.format ?? {}, input.fsType ?? 'ext4', problems);
  tagProblems(input.tags, problems);
}
