/** The property names of one interface. */
export interface Shape {
  readonly keys: Readonly<Record<string, Part>>;
  /** Those that are not optional; they tell the members of a union apart. */
  readonly required: readonly string[];
}

/**
 * What may stand below a property: anything, an interface by its name, an object, a list, a map whose keys the user
 * chooses, or one of several.
 */
export type Part =
  | null
  | string
  | Shape
  | { readonly list: Part }
  | { readonly map: Part }
  | { readonly oneOf: readonly Part[] };
