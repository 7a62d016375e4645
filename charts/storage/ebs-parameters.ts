import { wrongInteger } from '../../src/grammar/integer';
import { EBS_LIMITS, type EbsLimits, type EbsVolumeType } from '../../src/knowledge/aws/ebs-volumes';
import { byCodeUnit } from '../../src/model/order';
import type { Problems } from '../shared/problems';

/** What the EBS driver is told about new volumes. */
export interface EbsParameters {
  /** The type of new volumes. `@default` gp3 */
  readonly type?: EbsVolumeType;
  /**
   * Operations per second: gp3 3000–80000 (above 16000 only where the region has it), io1 100–64000, io2 100–256000.
   * @default 3000 for gp3 (driver)
   */
  readonly iops?: number;
  /** Instead of `iops`, per GiB: gp3 at most 500, io1 50, io2 1000. */
  readonly iopsPerGB?: number;
  /** With `iopsPerGB`: raises what a small volume gets to the least its type takes. `@default` false (driver) */
  readonly allowAutoIopsPerGBIncrease?: boolean;
  /** MiB/s, 125–2000, gp3 only; above 1000 only where the region has it, and AWS asks 4 iops for each. `@default` 125 (driver) */
  readonly throughput?: number;
  /** The file system that new volumes are formatted with. `@default` ext4 (driver) */
  readonly fsType?: 'ext4' | 'xfs' | 'ext3';
  /** AWS tags of the volumes. A value may hold the driver's templates, such as `{{.PVCNamespace}}`. */
  readonly tags?: Readonly<Record<string, string>>;
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
    throughput: input.throughput,
    'csi.storage.k8s.io/fstype': input.fsType,
  };
  const parameters: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) if (value !== undefined) parameters[key] = String(value);
  const names = Object.keys(input.tags ?? {}).sort(byCodeUnit);
  for (const [index, name] of names.entries())
    parameters[`tagSpecification_${index + 1}`] = `${name}=${input.tags?.[name]}`;
  return parameters;
}

/** Only what no region and no driver takes; what AWS raises from time to time is left to it. */
export function ebsParameterProblems(input: EbsParameters, problems: Problems): void {
  const { type = 'gp3', iops, iopsPerGB, throughput } = input;
  // JavaScript can give another type, which the driver refuses.
  const limits: EbsLimits = Object.hasOwn(EBS_LIMITS, type) ? EBS_LIMITS[type] : {};
  problems.unless(
    iops === undefined || iopsPerGB === undefined,
    'iops and iopsPerGB are both given; the driver refuses that.',
    'leave one out.',
  );
  problems.unless(
    (iops === undefined && iopsPerGB === undefined) || limits.iops !== undefined,
    `type ${type} takes no iops.`,
    'use gp3, io1 or io2, or leave iops out.',
  );
  range('iops', iops, type, limits.iops, problems);
  range('iopsPerGB', iopsPerGB, type, limits.iopsPerGB, problems);
  problems.unless(
    input.allowAutoIopsPerGBIncrease === undefined || iopsPerGB !== undefined,
    'allowAutoIopsPerGBIncrease has no effect without iopsPerGB.',
    'give iopsPerGB, or leave it out.',
  );
  problems.unless(
    throughput === undefined || limits.throughput !== undefined,
    `type ${type} takes no throughput.`,
    'use gp3, or leave throughput out.',
  );
  range('throughput', throughput, type, limits.throughput, problems);
  for (const key of Object.keys(input.tags ?? {})) {
    problems.unless(
      key !== '' && !key.includes('=') && !key.startsWith('aws:'),
      `tag "${key}" is refused by the driver; every claim of the class would stay Pending.`,
      'use a key without =, that does not begin with aws:.',
    );
  }
}

function range(
  name: string,
  value: number | undefined,
  type: EbsVolumeType,
  limits: readonly [number, number] | undefined,
  problems: Problems,
): void {
  if (limits === undefined) return;
  const [least, most] = limits;
  problems.unless(
    value === undefined || wrongInteger(value, least, most) === undefined,
    `${name} is ${value}; ${type} takes ${least} to ${most}.`,
    'choose a whole number in this range.',
  );
}
