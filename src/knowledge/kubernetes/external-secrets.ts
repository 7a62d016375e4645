import { isGoDuration } from '../../grammar/go-duration';

/**
 * Why the operator's webhook refuses two policies of a target together, as a clause; undefined where it takes them. Read on
 * 2026-11-28.
 * @see https://external-secrets.io/latest/guides/ownership-deletion-policy/
 */
export function wrongPolicies(creation = 'Owner', deletion = 'Retain'): string | undefined {
  if (deletion === 'Delete' && ['Merge', 'CreateOrMerge', 'None'].includes(creation))
    return 'a Secret that somebody else may own cannot be deleted';
  if (deletion === 'Merge' && creation === 'None') return 'there is no Secret to take keys from';
  return undefined;
}

/** Why the operator cannot read an interval, as a clause with its subject; undefined where it can. */
export function wrongInterval(field: string, text: string | undefined): string | undefined {
  if (text === undefined || (isGoDuration(text) && !text.startsWith('-'))) return undefined;
  return `${field} is "${text}", which is not a duration; the ExternalSecret is refused.`;
}

/** What an entry of `dataFrom` may read; the operator's webhook takes one of them in each. */
const SOURCES = ['extract', 'find', 'sourceRef'] as const;

/**
 * Why the operator refuses an entry of `dataFrom`, as a clause without its subject; undefined where it takes it.
 * @see https://external-secrets.io/latest/guides/all-keys-one-secret/
 */
export function wrongDataFrom(given: (source: string) => boolean): string | undefined {
  const found = SOURCES.filter(given);
  if (found.length === 0) return `has none of ${SOURCES.join(', ')}; the operator refuses the ExternalSecret.`;
  // A sourceRef may also name the store that another part reads.
  const one = found.includes('extract') && found.includes('find');
  return one ? 'has extract and find; the operator refuses the ExternalSecret.' : undefined;
}
