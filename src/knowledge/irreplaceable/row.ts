/** What an object holds that does not come back when it is deleted and created again. */
export type Holding = 'data' | 'machines' | 'address';

/** A kind whose objects lose something when they are deleted and created again. */
export interface IrreplaceableKind {
  readonly group: string;
  readonly kind: string;
  /**
   * `data`: the object holds data, or its deletion deletes what holds data; `machines`: its deletion removes nodes, or
   * what runs on them; `address`: its deletion gives up an address that clients keep.
   */
  readonly holds: Holding;
  /** A field and its value, where only some objects of the kind are meant. */
  readonly when?: { readonly field: readonly string[]; readonly is: string };
  /** What is lost with the object, as the end of a sentence. */
  readonly lost: string;
  readonly source: string;
}

/** Rows for several kinds of one group, with the same loss. */
export function kindsOf(kinds: string, row: Omit<IrreplaceableKind, 'kind'>): readonly IrreplaceableKind[] {
  return kinds.split(' ').map((kind) => ({ ...row, kind }));
}
