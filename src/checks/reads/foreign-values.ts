import type { Environment } from '../../model/environment';

/** A value that an environment lacks and others have. */
export interface ForeignValue {
  readonly value: string;
  readonly what: string;
  /** `staging`, or `dev and staging`. */
  readonly owner: string;
}

/** Characters of a word: `prod` inside `product` is nothing. */
const BETWEEN_WORDS = /[^A-Za-z0-9-]+/;

/**
 * Finds values of other environments in texts. Each is looked for only where the word of it that is rarest among all
 * values stands, so that a text costs the same however many environments there are.
 */
export class ForeignValues {
  private readonly byWord = new Map<string, ForeignValue[]>();
  private readonly order = new Map<ForeignValue, number>();
  /** Length of the shortest value; no shorter text can hold one. */
  readonly shortest: number;

  constructor(environment: Environment, all: readonly Environment[]) {
    const values = valuesWithOwners(all)
      .filter(({ names }) => !names.has(environment.name))
      .map(({ value, what, names }) => ({ value, what, owner: [...names].join(' and ') }));
    const counts = new Map<string, number>();
    for (const { value } of values) for (const word of wordsOf(value)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const value of values) {
      this.order.set(value, this.order.size);
      const [rarest = ''] = wordsOf(value.value).sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
      this.byWord.set(rarest, [...(this.byWord.get(rarest) ?? []), value]);
    }
    this.shortest = Math.max(4, Math.min(...values.map(({ value }) => value.length)));
  }

  get size(): number {
    return this.order.size;
  }

  /** Those that stand in a text as whole words. */
  in(text: string): readonly ForeignValue[] {
    if (text.length < this.shortest) return NOTHING;
    let found: Set<ForeignValue> | undefined;
    let start = 0;
    for (let end = 0; end <= text.length; end++) {
      // A word also ends behind the last character.
      if (end < text.length && isOfWord(text.charCodeAt(end))) continue;
      if (end > start) found = this.addOf(text, text.slice(start, end), found);
      start = end + 1;
    }
    if (found === undefined) return NOTHING;
    return [...found].sort((a, b) => (this.order.get(a) ?? 0) - (this.order.get(b) ?? 0));
  }

  private addOf(text: string, word: string, found: Set<ForeignValue> | undefined): Set<ForeignValue> | undefined {
    let all = found;
    for (const one of this.byWord.get(word) ?? NOTHING)
      if (includesWord(text, one.value)) all = (all ?? new Set()).add(one);
    return all;
  }
}

/** A letter, a digit or a hyphen: what `BETWEEN_WORDS` leaves out. */
function isOfWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45 || (code >= 65 && code <= 90);
}

const NOTHING: readonly ForeignValue[] = [];

function wordsOf(text: string): string[] {
  return text.split(BETWEEN_WORDS).filter((word) => word !== '');
}

function includesWord(text: string, value: string): boolean {
  for (let from = text.indexOf(value); from >= 0; from = text.indexOf(value, from + 1)) {
    const before = text[from - 1] ?? ' ';
    const after = text[from + value.length] ?? ' ';
    if (BETWEEN_WORDS.test(before) && BETWEEN_WORDS.test(after)) return true;
  }
  return false;
}

interface OwnedValue {
  readonly value: string;
  readonly what: string;
  /** Environments that have it. */
  readonly names: Set<string>;
}

const known = new WeakMap<readonly Environment[], readonly OwnedValue[]>();

function valuesWithOwners(all: readonly Environment[]): readonly OwnedValue[] {
  const before = known.get(all);
  if (before !== undefined) return before;
  const owners = new Map<string, OwnedValue>();
  for (const one of all) {
    for (const [value, what] of valuesOf(one)) {
      const entry = owners.get(value) ?? { value, what, names: new Set<string>() };
      entry.names.add(one.name);
      owners.set(value, entry);
    }
  }
  const found = [...owners.values()];
  known.set(all, found);
  return found;
}

function valuesOf(environment: Environment): readonly (readonly [string, string])[] {
  const shared: (readonly [string, string])[] = [[environment.domain, 'domain']];
  if (environment.platform !== 'eks') return shared;
  const { network, storage, identity } = environment;
  return [
    ...shared,
    [environment.accountId, 'account'],
    [environment.clusterName, 'cluster'],
    [network.vpcId, 'VPC'],
    ...[...network.subnets.public, ...network.subnets.private].map(({ id }) => [id, 'subnet'] as const),
    ...environment.certificates.map(({ arn }) => [arn, 'certificate'] as const),
    ...Object.values(storage.efsFileSystems).map((id) => [id, 'EFS file system'] as const),
    ...Object.values(storage.kmsKeys).map((arn) => [arn, 'KMS key'] as const),
    ...Object.values(identity.iamRoles).map((role) => [role, 'IAM role'] as const),
    ...(identity.oidcIssuer === undefined ? [] : [[identity.oidcIssuer, 'OIDC issuer'] as const]),
    ...Object.values(environment.values)
      .filter((value) => value.length >= 8)
      .map((value) => [value, 'value'] as const),
  ];
}
