/**
 * Which of two tags is the older version, as far as tags can tell: numbers with dots, an optional `v` before them, and
 * behind them a pre-release as Semantic Versioning orders it, or the same variant such as `-alpine`.
 * @see https://semver.org/spec/v2.0.0.html#spec-item-11
 */
const VERSION = /^v?(?<numbers>\d{1,9}(?:\.\d{1,9}){0,4})(?<rest>[-+._][0-9A-Za-z.+_-]*)?$/;

/** Pre-releases begin with one of these, and whatever else stands there is a variant of the same version. */
const PRE_RELEASE = /^-(?=[^.-])(?:alpha|beta|rc|pre|preview|dev|snapshot|canary|next|nightly|m|a|b)?\d*(?=$|[.-])/i;

interface Version {
  readonly numbers: readonly number[];
  readonly preRelease: readonly string[];
  /** What says which build of a version it is, and has no order. */
  readonly variant: string;
}

/** Below 0 where `a` is older than `b`, above 0 where it is newer, 0 for the same; undefined where nobody can tell. */
export function compareVersions(a: string, b: string): number | undefined {
  if (a === b) return 0;
  const [one, other] = [versionOf(a), versionOf(b)];
  if (one === undefined || other === undefined) return undefined;
  // A number without dots is a count, a date or a part of a commit's id: only one of its own length can be compared.
  if (one.numbers.length !== other.numbers.length && Math.min(one.numbers.length, other.numbers.length) === 1)
    return undefined;
  const byNumbers = compareNumbers(one.numbers, other.numbers);
  if (one.variant !== other.variant) return undefined;
  return byNumbers === 0 ? comparePreReleases(one.preRelease, other.preRelease) : byNumbers;
}

function versionOf(tag: string): Version | undefined {
  const groups = VERSION.exec(tag)?.groups;
  if (groups === undefined) return undefined;
  const numbers = (groups['numbers'] ?? '').split('.').map(Number);
  const [rest = ''] = (groups['rest'] ?? '').split('+');
  return PRE_RELEASE.test(rest)
    ? { numbers, preRelease: rest.slice(1).split('.'), variant: '' }
    : { numbers, preRelease: [], variant: rest };
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A version is newer than its pre-releases; a longer list is newer than its beginning. */
function comparePreReleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const difference = compareIdentifiers(one, other);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Numbers by their value and below words, words by code unit. */
function compareIdentifiers(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => (/^\d+$/.test(text) ? Number(text) : undefined));
  if (one !== undefined && other !== undefined) return one - other;
  if (one !== undefined || other !== undefined) return one === undefined ? 1 : -1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
