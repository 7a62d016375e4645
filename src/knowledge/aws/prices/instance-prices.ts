import { instanceSize } from '../instance-sizes';
import type { PriceSource } from './prices';

/** USD an hour of a family's `large`, by region; sizes of a family cost in proportion. */
export interface FamilyPrice {
  /** All sizes but bare metal, in rising order. */
  readonly sizes: readonly string[];
  readonly large: Readonly<Record<string, number>>;
}

/**
 * us-east-1: what Karpenter assumes until it has asked AWS, generated on 2026-01-19. The other regions: SkyPilot's catalog,
 * which asks AWS's price list, at the commit that is named.
 * @see https://github.com/aws/karpenter-provider-aws/blob/031e72b6099630e960dacb88b48a7e9bb780945f/pkg/providers/pricing/zz_generated.pricing_aws.go
 * @see https://github.com/skypilot-org/skypilot-catalog/blob/00148f2af3672e2229b4f7bf8157d5a3f36e3c35/catalogs/v8/aws/vms.csv
 */
export const INSTANCE_PRICES_SOURCE: PriceSource = {
  date: '2026-01',
  address: 'https://aws.amazon.com/ec2/pricing/on-demand/',
};

const sizes = (...times: readonly number[]): readonly string[] => [
  'large',
  'xlarge',
  ...times.map((one) => `${one}xlarge`),
];
const FIFTH = sizes(2, 4, 8, 12, 16, 24);
const SIXTH = sizes(2, 4, 8, 12, 16, 24, 32);
const SEVENTH = sizes(2, 4, 8, 12, 16, 24, 48);
const AMD = sizes(2, 4, 8, 12, 16, 24, 32, 48);
const GRAVITON = ['medium', ...sizes(2, 4, 8, 12, 16)];
const BURSTABLE = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge', '2xlarge'];

/** A price that the regions of the United States share. */
const us = (price: number) => ({ 'us-east-1': price, 'us-east-2': price, 'us-west-2': price });
const virginia = (price: number) => ({ 'us-east-1': price });

/** On-demand prices of Linux on shared hardware. */
export const FAMILY_PRICES: Readonly<Record<string, FamilyPrice>> = {
  m5: { sizes: FIFTH, large: virginia(0.096) },
  m6a: {
    sizes: AMD,
    large: {
      ...us(0.0864),
      'eu-west-1': 0.0963,
      'eu-west-2': 0.0999,
      'eu-central-1': 0.1035,
      'ap-southeast-1': 0.108,
      'ap-southeast-2': 0.108,
      'ap-northeast-1': 0.1116,
    },
  },
  m6g: {
    sizes: GRAVITON,
    large: { ...us(0.077), 'eu-west-1': 0.086, 'eu-west-2': 0.0888, 'eu-central-1': 0.092, 'eu-north-1': 0.082 },
  },
  m6i: {
    sizes: SIXTH,
    large: {
      ...us(0.096),
      'eu-west-1': 0.107,
      'eu-west-2': 0.111,
      'eu-central-1': 0.115,
      'eu-north-1': 0.102,
      'ap-southeast-1': 0.12,
      'ap-southeast-2': 0.12,
      'ap-northeast-1': 0.124,
    },
  },
  m7a: {
    sizes: ['medium', ...AMD],
    large: {
      ...us(0.11592),
      'eu-west-1': 0.1292,
      'eu-west-2': 0.13403,
      'eu-central-1': 0.13886,
      'eu-north-1': 0.12316,
      'ap-southeast-2': 0.1449,
      'ap-northeast-1': 0.14973,
    },
  },
  m7g: {
    sizes: GRAVITON,
    large: {
      ...us(0.0816),
      'eu-west-1': 0.09095,
      'eu-west-2': 0.09436,
      'eu-central-1': 0.09776,
      'eu-north-1': 0.0867,
      'ap-southeast-1': 0.102,
      'ap-southeast-2': 0.102,
      'ap-northeast-1': 0.1054,
    },
  },
  m7i: {
    sizes: SEVENTH,
    large: {
      ...us(0.1008),
      'eu-west-1': 0.11235,
      'eu-west-2': 0.11655,
      'eu-central-1': 0.12075,
      'eu-north-1': 0.1071,
      'ap-southeast-1': 0.126,
      'ap-southeast-2': 0.126,
      'ap-northeast-1': 0.1302,
    },
  },
  m8g: { sizes: ['medium', ...SEVENTH], large: virginia(0.08976) },
  m8i: { sizes: [...SIXTH, '48xlarge', '96xlarge'], large: virginia(0.10584) },
  c5: { sizes: sizes(2, 4, 9, 12, 18, 24), large: virginia(0.085) },
  c6a: { sizes: AMD, large: virginia(0.0765) },
  c6g: { sizes: GRAVITON, large: virginia(0.068) },
  c6i: { sizes: SIXTH, large: virginia(0.085) },
  c7a: { sizes: ['medium', ...AMD], large: virginia(0.10264) },
  c7g: { sizes: GRAVITON, large: virginia(0.0725) },
  c7i: { sizes: SEVENTH, large: virginia(0.08925) },
  c8g: { sizes: ['medium', ...SEVENTH], large: virginia(0.07976) },
  c8i: {
    sizes: [...SIXTH, '48xlarge', '96xlarge'],
    large: {
      ...us(0.09371),
      'eu-west-2': 0.11135,
      'eu-central-1': 0.10694,
      'ap-southeast-1': 0.10805,
      'ap-southeast-2': 0.12238,
      'ap-northeast-1': 0.11797,
    },
  },
  r5: { sizes: FIFTH, large: virginia(0.126) },
  r6g: { sizes: GRAVITON, large: virginia(0.1008) },
  r6i: { sizes: SIXTH, large: virginia(0.126) },
  r7a: { sizes: ['medium', ...AMD], large: virginia(0.15215) },
  r7g: { sizes: GRAVITON, large: virginia(0.1071) },
  r7i: { sizes: SEVENTH, large: virginia(0.1323) },
  r8g: { sizes: ['medium', ...SEVENTH], large: virginia(0.11782) },
  t3: {
    sizes: BURSTABLE,
    large: {
      ...us(0.0832),
      'eu-west-1': 0.0912,
      'eu-west-2': 0.0944,
      'eu-central-1': 0.096,
      'eu-north-1': 0.0864,
      'ap-southeast-1': 0.1056,
      'ap-southeast-2': 0.1056,
      'ap-northeast-1': 0.1088,
    },
  },
  t3a: { sizes: BURSTABLE, large: virginia(0.0752) },
  t4g: { sizes: BURSTABLE, large: { ...virginia(0.0672), 'eu-central-1': 0.0768 } },
};

/** USD an hour of types with devices, whose sizes cost in no proportion; of us-east-1, from the same source. */
const DEVICE_PRICES: Readonly<Record<string, number>> = {
  'g4dn.xlarge': 0.526,
  'g4dn.2xlarge': 0.752,
  'g4dn.12xlarge': 3.912,
  'g5.xlarge': 1.006,
  'g5.2xlarge': 1.212,
  'g5.12xlarge': 5.672,
  'g6.xlarge': 0.8048,
  'g6.2xlarge': 0.9776,
  'g6.12xlarge': 4.6016,
  'g6e.xlarge': 1.861,
  'inf2.xlarge': 0.7582,
  'inf2.8xlarge': 1.96786,
  'p4d.24xlarge': 21.957642,
  'p5.48xlarge': 55.04,
  'trn1.2xlarge': 1.34375,
};

/** USD an hour of an instance on demand; undefined for a type or region without a row. */
export function instancePrice(type: string, region: string): number | undefined {
  const [family = '', size = ''] = type.split('.');
  const row = FAMILY_PRICES[family];
  if (row === undefined) return region === 'us-east-1' ? DEVICE_PRICES[type] : undefined;
  const large = row.large[region];
  const [own, whole] = [instanceSize(type), instanceSize(`${family}.large`)];
  if (!row.sizes.includes(size) || large === undefined || own === undefined || whole === undefined) return undefined;
  // The size decides by its memory: burstable ones have the same CPUs up to large.
  return (large * own.memory) / whole.memory;
}

/** Every type of the families above. */
export const PRICED_TYPES: readonly string[] = Object.entries(FAMILY_PRICES).flatMap(([family, row]) =>
  row.sizes.map((size) => `${family}.${size}`),
);
