/**
 * What may lie below a property: null where that is not ours to say, the name of a row of SHAPES, a map of our own keys,
 * a list, a map of the user's keys, an instance of a class, or one of several.
 */
export type Part =
  | null
  | string
  | Shape
  | { readonly list: Part }
  | { readonly map: Part }
  | { readonly instance: true }
  | { readonly oneOf: readonly Part[] };

/** The property names of one interface. */
export interface Shape {
  readonly keys: Readonly<Record<string, Part>>;
  /** Those that are not optional; they tell the members of a union apart. */
  readonly required: readonly string[];
  /**
   * What each may be, where not anything may: `s` text, `n` a number, `b` true or false, `z` null, `l` a list, `o` an object; after
   * a colon what the items of the list, or the values of the map, may be.
   */
  readonly kinds?: Readonly<Record<string, string>>;
  /** The words that each takes, where it takes no other text. */
  readonly words?: Readonly<Record<string, Words>>;
}

/** A closed list of words: of a property itself, and of the items of a list or the values of a map. */
export interface Words {
  /** None where the property itself takes no text. */
  readonly own?: readonly string[];
  readonly items?: readonly string[];
}
