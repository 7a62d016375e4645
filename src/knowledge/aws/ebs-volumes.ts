import { wrongInteger } from '../../grammar/integer';

/** The types of EBS volumes. */
export type EbsVolumeType = 'gp3' | 'gp2' | 'io1' | 'io2' | 'sc1' | 'st1' | 'standard';

/** Limits of one volume type, as least and most. A volume of the type cannot have a field that is absent here. */
export interface EbsLimits {
  readonly iops?: readonly [number, number];
  readonly iopsPerGB?: readonly [number, number];
  /** MiB/s */
  readonly throughput?: readonly [number, number];
  /** MiB/s for each of the iops, at most. */
  readonly throughputPerIops?: number;
  /** What every region has had for years; above it, some may not have it. */
  readonly everywhere?: { readonly iops: number; readonly throughput: number };
}

/**
 * Limits of EBS volumes by type: the widest of all regions and driver releases. Limits that AWS raises from time to
 * time are not checked. Read on 2026-11-28.
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html#gp3-ebs-volume-type
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/parameters.md
 */
export const EBS_LIMITS: Readonly<Record<EbsVolumeType, EbsLimits>> = {
  gp3: {
    iops: [3000, 80_000],
    iopsPerGB: [1, 500],
    throughput: [125, 2000],
    throughputPerIops: 0.25,
    everywhere: { iops: 16_000, throughput: 1000 },
  },
  gp2: {},
  io1: { iops: [100, 64_000], iopsPerGB: [1, 50] },
  io2: { iops: [100, 256_000], iopsPerGB: [1, 1000] },
  sc1: {},
  st1: {},
  standard: {},
};

/** Undefined for a type that is not listed, such as one of JavaScript or of a newer driver. */
export function ebsLimits(type: string): EbsLimits | undefined {
  return isEbsType(type) ? EBS_LIMITS[type] : undefined;
}

function isEbsType(type: string): type is EbsVolumeType {
  return Object.hasOwn(EBS_LIMITS, type);
}

/** What somebody asks of EBS volumes. */
export interface EbsNumbers {
  readonly type: string;
  readonly iops?: number | undefined;
  readonly iopsPerGB?: number | undefined;
  readonly throughput?: number | undefined;
  /** Whether a volume exists, and keeps what is not given. `@default` false */
  readonly changes?: boolean;
  /** What comes of a volume that AWS refuses. `@default` the claim stays Pending */
  readonly outcome?: string;
}

export interface EbsMistake {
  /** The name of the number that is wrong. */
  readonly field: 'iops' | 'iopsPerGB' | 'throughput';
  /** A clause with its own subject. */
  readonly what: string;
  /** The repair, in the imperative. */
  readonly fix: string;
}

/** What no region and no driver takes. */
export function wrongEbsNumbers(asked: EbsNumbers): readonly EbsMistake[] {
  const { type, iops, iopsPerGB, throughput } = asked;
  const limits = ebsLimits(type) ?? {};
  const found: (EbsMistake | undefined)[] = [];
  if (iops !== undefined && iopsPerGB !== undefined)
    found.push({
      field: 'iopsPerGB',
      what: 'iops and iopsPerGB are both given; the driver refuses that',
      fix: 'leave one out',
    });
  if ((iops !== undefined || iopsPerGB !== undefined) && limits.iops === undefined)
    found.push({
      field: iops === undefined ? 'iopsPerGB' : 'iops',
      what: `type ${type} takes no iops`,
      fix: 'use gp3, io1 or io2, or leave iops out',
    });
  found.push(outside('iops', iops, type, limits.iops), outside('iopsPerGB', iopsPerGB, type, limits.iopsPerGB));
  if (throughput !== undefined && limits.throughput === undefined)
    found.push({
      field: 'throughput',
      what: `type ${type} takes no throughput`,
      fix: 'use gp3, or leave throughput out',
    });
  found.push(outside('throughput', throughput, type, limits.throughput), ratio(asked, limits));
  return found.filter((one) => one !== undefined);
}

function outside(
  field: EbsMistake['field'],
  value: number | undefined,
  type: string,
  limits: readonly [number, number] | undefined,
): EbsMistake | undefined {
  if (limits === undefined || value === undefined) return undefined;
  const [least, most] = limits;
  if (wrongInteger(value, least, most) === undefined) return undefined;
  const what = `${field} is ${value}; ${type} takes ${least} to ${most}`;
  return { field, what, fix: 'choose a whole number in this range' };
}

/** With `iopsPerGB` it depends on the size of each claim. */
function ratio(
  { type, iops, iopsPerGB, throughput, changes = false, outcome = 'the claim stays Pending' }: EbsNumbers,
  { throughputPerIops, iops: range }: EbsLimits,
): EbsMistake | undefined {
  const given = iops ?? (changes || iopsPerGB !== undefined ? undefined : range?.[0]);
  if (throughput === undefined || throughputPerIops === undefined || given === undefined) return undefined;
  const most = given * throughputPerIops;
  if (throughput <= most) return undefined;
  const least = Math.ceil(throughput / throughputPerIops);
  return {
    field: 'throughput',
    what: `throughput is ${throughput}, and ${given} iops${iops === undefined ? `, which ${type} has where none are given,` : ''} carry at most ${Math.floor(most)} MiB/s; AWS refuses the volume, and ${outcome}`,
    fix: `set iops to ${least} or more, or throughput to ${Math.floor(most)} or less`,
  };
}

/** What may not be had in every region yet. */
export function rareEbsNumbers({ type, iops = 0, throughput = 0 }: EbsNumbers): readonly EbsMistake[] {
  const { everywhere } = ebsLimits(type) ?? {};
  if (everywhere === undefined) return [];
  const rare = (field: 'iops' | 'throughput', value: number, most: number): readonly EbsMistake[] =>
    value <= most
      ? []
      : [
          {
            field,
            what: `${field} is ${value}; ${type} has had up to ${most} everywhere, and more only where AWS has raised it`,
            fix: `make sure that the region has it, or use ${most} or less`,
          },
        ];
  return [...rare('iops', iops, everywhere.iops), ...rare('throughput', throughput, everywhere.throughput)];
}
