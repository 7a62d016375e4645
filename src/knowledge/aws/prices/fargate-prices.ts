import type { PriceSource } from './prices';

/** What Linux on x86, the one kind of Pod that EKS starts on Fargate, costs in a region, in USD an hour. */
export interface FargatePrice {
  readonly vcpu: number;
  /** A GB of memory as Fargate counts it: one of the GiB that a size has. */
  readonly gb: number;
  /** A GB of ephemeral storage beyond the first 20; absent where no source has it. */
  readonly storageGb?: number;
  readonly source: PriceSource;
}

const AWS = 'https://aws.amazon.com/fargate/pricing/';

/**
 * By region; no other was found. The table on AWS's page is filled in by a program, so each row was read where somebody
 * quotes it: us-east-1 on vantage.sh/blog/fargate-pricing and cloudburn.io/blog/aws-fargate-pricing; the others in public
 * repositories that quote usage types of AWS's price list, and for eu-west-1 in the lines of a bill of July 2026 too.
 */
export const FARGATE_PRICES: Readonly<Record<string, FargatePrice>> = {
  'us-east-1': { vcpu: 0.04048, gb: 0.004445, storageGb: 0.000111, source: { date: '2026-03', address: AWS } },
  'us-east-2': { vcpu: 0.04048, gb: 0.004445, source: { date: '2026-11', address: AWS } },
  'eu-west-1': { vcpu: 0.04048, gb: 0.004445, source: { date: '2026-07', address: AWS } },
  'eu-central-1': { vcpu: 0.04656, gb: 0.00511, source: { date: '2026-07', address: AWS } },
};
