import { byCodeUnit } from '../../src/model/order';
import type { Problems } from '../shared/problems';

/** What the EBS driver is told about new volumes. */
export interface EbsParameters {
  /** `@default` gp3 */
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
  /** `@default` ext4 (driver) */
  readonly fsType?: 'ext4' | 'xfs' | 'ext3';
  /** AWS tags of the volumes. A value may hold the driver's templates, such as `{{.PVCNamespace}}`. */
  readonly tags?: Readonly<Record<string, string>>;
}

export type EbsVolumeType = 'gp3' | 'gp2' | 'io1' | 'io2' | 'sc1' | 'st1' | 'standard';

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

interface Limits {
  readonly iops: readonly [number, number];
  readonly perGB: number;
}

const LIMITS: Readonly<Partial<Record<EbsVolumeType, Limits>>> = {
  gp3: { iops: [3000, 80_000], perGB: 500 },
  io1: { iops: [100, 64_000], perGB: 50 },
  io2: { iops: [100, 256_000], perGB: 1000 },
};

/** Only what no region and no driver takes; what AWS raises from time to time is left to it. */
export function ebsParameterProblems(input: EbsParameters, problems: Problems): void {
  const { type = 'gp3', iops, iopsPerGB, throughput } = input;
  const limits = LIMITS[type];
  problems.unless(
    iops === undefined || iopsPerGB === undefined,
    'iops and iopsPerGB are both given; the driver refuses that.',
    'leave one out.',
  );
  problems.unless(
    (iops === undefined && iopsPerGB === undefined) || limits !== undefined,
    `type ${type} takes no iops.`,
    'use gp3, io1 or io2, or leave iops out.',
  );
  if (limits !== undefined) {
    range('iops', iops, type, limits.iops, problems);
    range('iopsPerGB', iopsPerGB, type, [1, limits.perGB], problems);
  }
  problems.unless(
    input.allowAutoIopsPerGBIncrease === undefined || iopsPerGB !== undefined,
    'allowAutoIopsPerGBIncrease has no effect without iopsPerGB.',
    'give iopsPerGB, or leave it out.',
  );
  problems.unless(
    throughput === undefined || type === 'gp3',
    `type ${type} takes no throughput.`,
    'use gp3, or leave throughput out.',
  );
  if (type === 'gp3') range('throughput', throughput, type, [125, 2000], problems);
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
  [least, most]: readonly [number, number],
  problems: Problems,
): void {
  problems.unless(
    value === undefined || (Number.isInteger(value) && value >= least && value <= most),
    `${name} is ${value}; ${type} takes ${least} to ${most}.`,
    'choose a whole number in this range.',
  );
}
