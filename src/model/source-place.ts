/** A place in a file a person wrote: the user's TypeScript, or the YAML that was read. 1-based. */
export interface SourcePlace {
  /** Path relative to the project, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `apps/shop.ts:14:5` */
export function describePlace(place: SourcePlace): string {
  return `${place.file}:${place.line}:${place.column}`;
}
