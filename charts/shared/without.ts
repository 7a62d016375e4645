/** What the compiler shows where a property must not be given beside others. No value is of this type. */
export interface Mistake<Words extends string> {
  /** What is wrong, and the fix. */
  readonly mistake: Words;
}

/** What a property holds, where the type says that it may be a mistake: no value is one. */
export function given<T>(value: T | Mistake<string>): T {
  return value as T;
}

/** The same properties, without the mistakes that no value is. */
export type Given<T> = T extends unknown ? { readonly [K in keyof T]: Exclude<T[K], Mistake<string>> } : never;

/** Properties as they are read. */
export function allGiven<T extends object>(props: T): Given<T> {
  return props as Given<T>;
}

/** Properties that must not be given, and why. */
export type Without<Keys extends string, Words extends string> = { readonly [Key in Keys]?: Mistake<Words> };
