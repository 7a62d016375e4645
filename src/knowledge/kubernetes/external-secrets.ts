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
