import type { Environment } from '../../model/environment';

/** Where a value may stand, and how it is compared. */
export type Form =
  /** A whole word. */
  | 'word'
  /** A whole word, in capitals or not: hosts. */
  | 'host'
  /** An identifier that AWS gave out: other words may hang on it by hyphens, as in names of buckets. */
  | 'id';

export interface OwnedValue {
  readonly value: string;
  readonly what: string;
  readonly form: Form;
  /** Environments that have it. */
  readonly names: Set<string>;
}

const known = new WeakMap<readonly Environment[], readonly OwnedValue[]>();

/** The values by which environments can be told apart, each with those that have it. */
export function ownedValues(all: readonly Environment[]): readonly OwnedValue[] {
  const before = known.get(all);
  if (before !== undefined) return before;
  const owners = new Map<string, OwnedValue>();
  for (const one of all) {
    for (const [value, what, form] of valuesOf(one)) {
      const entry = owners.get(value) ?? { value, what, form, names: new Set<string>() };
      entry.names.add(one.name);
      owners.set(value, entry);
    }
  }
  const found = [...owners.values()];
  known.set(all, found);
  return found;
}

/** What a block of addresses is called: it alone may also be named in order to keep it out. */
export const VPC_BLOCK = 'VPC block';

type Value = readonly [value: string, what: string, form: Form];

function valuesOf(environment: Environment): readonly Value[] {
  const shared: Value[] = [[environment.domain.toLowerCase(), 'domain', 'host']];
  if (environment.platform !== 'eks') return shared;
  const { network, storage, identity } = environment;
  return [
    ...shared,
    [environment.accountId, 'account', 'id'],
    ...named([environment.clusterName], 'cluster'),
    [network.vpcId, 'VPC', 'id'],
    ...network.cidrs.map((block): Value => [block.toLowerCase(), VPC_BLOCK, 'host']),
    ...[...network.subnets.public, ...network.subnets.private].map(({ id }): Value => [id, 'subnet', 'id']),
    ...Object.values(network.securityGroups).map((id): Value => [id, 'security group', 'id']),
    ...environment.certificates.map(({ arn }): Value => [arn, 'certificate', 'word']),
    ...Object.values(storage.efsFileSystems).map((id): Value => [id, 'EFS file system', 'id']),
    ...Object.values(storage.kmsKeys).map((arn): Value => [arn, 'KMS key', 'word']),
    ...named(Object.values(identity.iamRoles), 'IAM role'),
    ...(identity.oidcIssuer === undefined ? [] : [[identity.oidcIssuer, 'OIDC issuer', 'word'] as const]),
    ...Object.values(environment.values)
      .filter((value) => value.length >= 8)
      .map((value): Value => [value, 'value', 'word']),
  ];
}

/** Names that people gave, as far as they are more than a word: `dev` stands in many texts that are about no cluster. */
function named(names: readonly string[], what: string): readonly Value[] {
  return names.filter((name) => /[^A-Za-z]/.test(name)).map((name): Value => [name, what, 'word']);
}
