/** The types of EBS volumes. */
export type EbsVolumeType = 'gp3' | 'gp2' | 'io1' | 'io2' | 'sc1' | 'st1' | 'standard';

/** Limits of one volume type, as least and most. A volume of the type cannot have a field that is absent here. */
export interface EbsLimits {
  readonly iops?: readonly [number, number];
  readonly iopsPerGB?: readonly [number, number];
  /** MiB/s */
  readonly throughput?: readonly [number, number];
}

/**
 * Limits of EBS volumes by type: the widest of all regions and driver releases. Limits that AWS raises from time to
 * time are not checked. Read on 2026-11-28.
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/parameters.md
 */
export const EBS_LIMITS: Readonly<Record<EbsVolumeType, EbsLimits>> = {
  gp3: { iops: [3000, 80_000], iopsPerGB: [1, 500], throughput: [125, 2000] },
  gp2: {},
  io1: { iops: [100, 64_000], iopsPerGB: [1, 50] },
  io2: { iops: [100, 256_000], iopsPerGB: [1, 1000] },
  sc1: {},
  st1: {},
  standard: {},
};
