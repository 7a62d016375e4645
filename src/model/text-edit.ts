/** What is written at a path of a settings file: a value, or a map of values. */
export type NewValue = string | boolean | { readonly [key: string]: NewValue };

/** One value to be set, or with `undefined` taken out, at a path of keys. */
export interface TextEdit {
  readonly path: readonly string[];
  readonly value: NewValue | undefined;
}
