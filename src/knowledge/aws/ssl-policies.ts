import { suggest } from '../../grammar/suggest';
import { type AnnotationValue, annotationValue } from './annotation-values';

/**
 * TLS policies of listeners, without `ELBSecurityPolicy-` in front. Read on 2026-11-28.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
const POLICIES: readonly string[] = [
  'TLS13-1-3-2021-06',
  'TLS13-1-2-2021-06',
  'TLS13-1-2-Res-2021-06',
  'TLS13-1-2-Ext1-2021-06',
  'TLS13-1-2-Ext2-2021-06',
  'TLS13-1-1-2021-06',
  'TLS13-1-0-2021-06',
  'TLS13-1-3-FIPS-2023-04',
  'TLS13-1-2-FIPS-2023-04',
  'TLS13-1-2-Res-FIPS-2023-04',
  'TLS13-1-2-Ext0-FIPS-2023-04',
  'TLS13-1-2-Ext1-FIPS-2023-04',
  'TLS13-1-2-Ext2-FIPS-2023-04',
  'TLS13-1-1-FIPS-2023-04',
  'TLS13-1-0-FIPS-2023-04',
  'TLS13-1-3-PQ-2025-09',
  'TLS13-1-2-PQ-2025-09',
  'TLS13-1-2-Res-PQ-2025-09',
  'TLS13-1-2-Ext1-PQ-2025-09',
  'TLS13-1-2-Ext2-PQ-2025-09',
  'TLS13-1-0-PQ-2025-09',
  'TLS13-1-3-FIPS-PQ-2025-09',
  'TLS13-1-2-FIPS-PQ-2025-09',
  'TLS13-1-2-Res-FIPS-PQ-2025-09',
  'TLS13-1-2-Ext0-FIPS-PQ-2025-09',
  'TLS13-1-2-Ext1-FIPS-PQ-2025-09',
  'TLS13-1-2-Ext2-FIPS-PQ-2025-09',
  'TLS13-1-0-FIPS-PQ-2025-09',
  'FS-1-2-Res-2020-10',
  'FS-1-2-Res-2019-08',
  'FS-1-2-2019-08',
  'FS-1-1-2019-08',
  'FS-2018-06',
  'TLS-1-2-Ext-2018-06',
  'TLS-1-2-2017-01',
  'TLS-1-1-2017-01',
  'TLS-1-0-2015-04',
  '2016-08',
  '2015-05',
];

export const SSL_POLICIES: ReadonlySet<string> = new Set(POLICIES.map((name) => `ELBSecurityPolicy-${name}`));

/** Every policy has the month of its release behind its name; AWS has had new ones since the table was written. */
const LIKE_A_POLICY = /^ELBSecurityPolicy-([A-Za-z0-9]+-)*20\d\d-\d\d$/;

/** Letters in which a misspelt name differs from the one that is meant. */
const SLIP = 1;
const LIKENESS = 4;

function wrongs(name: string): readonly string[] {
  if (SSL_POLICIES.has(name)) return [];
  const isLikely = LIKE_A_POLICY.test(name) && suggest(name, SSL_POLICIES, SLIP) === undefined;
  return isLikely ? [] : [`AWS has no policy ${name}${hint(name)}`];
}

function hint(name: string): string {
  const meant = suggest(name, SSL_POLICIES, LIKENESS);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}

/** The name of a TLS policy. */
export const SSL_POLICY: AnnotationValue<string> = {
  ...annotationValue<string>({
    words: 'a TLS policy of AWS such as ELBSecurityPolicy-TLS13-1-2-2021-06',
    write: (name) => name,
    read: (name) => (wrongs(name).length === 0 ? name : undefined),
    wrongs,
  }),
  doubts: (name) => (SSL_POLICIES.has(name) || wrongs(name).length > 0 ? [] : [`the TLS policy ${name}`]),
};
