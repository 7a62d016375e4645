/**
 * Fields of objects that somebody else writes, as Argo CD's `ignoreDifferences` has them. Argo CD neither shows them as a
 * difference nor undoes them; where the object is not there yet, it is made with what Git says.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/user-guide/diffing/#application-level-configuration
 */
export interface IgnoredFields {
  /** API group; left out for the core group. */
  readonly group?: string;
  readonly kind: string;
  /** `@default` - every object of the kind */
  readonly name?: string;
  /** `@default` - in every namespace */
  readonly namespace?: string;
  /** `/spec/replicas`; a `/` inside a key is `~1`. */
  readonly jsonPointers?: readonly string[];
  /** `.spec.template.spec.containers[].resources`. A field inside a list freezes the whole list of a custom object. */
  readonly jqPathExpressions?: readonly string[];
  /** What these field managers own. */
  readonly managedFieldsManagers?: readonly string[];
}

/** Three ways to name fields; an entry has at least one. */
export const FIELD_LISTS = ['jsonPointers', 'jqPathExpressions', 'managedFieldsManagers'] as const;

/** Those that Argo CD alone knows; Flux has JSON pointers. */
export const FIELDS_OF_ARGOCD = ['jqPathExpressions', 'managedFieldsManagers'] as const;
