/** Properties as code may give them that is compiled without `exactOptionalPropertyTypes`: left out, or undefined. */
export type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };
