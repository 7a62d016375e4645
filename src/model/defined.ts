type Optional<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];

/** The same fields; one that may be undefined is optional instead. */
export type Defined<T> = Omit<T, Optional<T>> & { [K in Optional<T>]?: Exclude<T[K], undefined> };

/**
 * The fields that have a value, in their order: the one way here to leave out an optional field.
 * `{ name, ...defined({ tag, digest }) }` has no `tag` where `tag` is undefined.
 */
export function defined<T extends object>(fields: T): Defined<T> {
  const out: Partial<T> = {};
  for (const key in fields) if (fields[key] !== undefined) out[key] = fields[key];
  return out as Defined<T>;
}
