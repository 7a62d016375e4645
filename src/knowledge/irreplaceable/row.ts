/** What an object holds that does not come back when it is deleted and created again. */
export type Holding = 'data' | 'machines' | 'address';

/** A kind whose object does not come back as it was when it is deleted and created again. */
export interface IrreplaceableKind {
  readonly group: string;
  readonly kind: string;
  /**
   * `data`: it holds data, or takes what holds data with it; `machines`: nodes, or what runs on them, go with it;
   * `address`: clients hold on to an address that goes with it.
   */
  readonly holds: Holding;
  /** Where not all objects of the kind are meant: a field and its value. */
  readonly when?: { readonly field: readonly string[]; readonly is: string };
  /** What is lost with it, as the end of a sentence. */
  readonly lost: string;
  readonly source: string;
}

/** Several kinds of one group that lose the same. */
export function kindsOf(kinds: string, row: Omit<IrreplaceableKind, 'kind'>): readonly IrreplaceableKind[] {
  return kinds.split(' ').map((kind) => ({ ...row, kind }));
}
