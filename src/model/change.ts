import type { ObjectIdentity } from './identity';
import type { JsonValue } from './json';
import type { Risk } from './risk';

/** One difference between what is committed and what the source renders now. */
export interface Change {
  readonly environment: string;
  readonly app: string;
  readonly object: ObjectIdentity;
  readonly kind: 'removed' | 'added' | 'changed';
  /** The changed field; '' where the whole object was added or removed. */
  readonly field: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
  /** The other app, of an object that is removed from one and added to another: Argo CD deletes and creates it. */
  readonly moved?: string;
  /** What it does beyond the field; absent where it does nothing of the sort. */
  readonly risk?: Risk;
}
