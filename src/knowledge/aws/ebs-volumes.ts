export type EbsVolumeType = 'gp3' | 'gp2' | 'io1' | 'io2' | 'sc1' | 'st1' | 'standard';

/** What AWS takes for the volumes of one type: least and most. A field that is absent is refused. */
export interface EbsLimits {
  readonly iops?: readonly [number, number];
  readonly iopsPerGB?: readonly [number, number];
  /** MiB/s */
  readonly throughput?: readonly [number, number];
}

/**
 * The types of EBS volumes. The widest of all regions and drivers; what AWS raises from time to time is left to it.
 * Read on 2026-11-28.
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
