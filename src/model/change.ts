import type { ObjectIdentity } from './identity';
import type { JsonValue } from './json';
import type { Effect, Risk } from './risk';

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
  /** The same kind under another name, of an object that is removed under one and added under another. */
  readonly renamed?: string;
  /** Of an object that goes from its app: it was committed with Prune=false, and Argo CD leaves it on the cluster. */
  readonly stays?: true;
  /** Of a comparison with a cluster: the source brings it, somebody changed the cluster, or nobody renders the object. */
  readonly live?: 'source' | 'drift' | 'nobody';
  /** What it does beyond the field: the worst of its effects. */
  readonly risk?: Risk;
  /** Why, as a sentence. */
  readonly why?: string;
  /** The row of `docs/diff.md` that says so. */
  readonly row?: string;
  /** What else it does. */
  readonly also?: readonly Effect[];
}
