/** How a kind of name is spelled: which characters, in which order, and how many. */
export interface Spelling {
  readonly pattern: RegExp;
  readonly max: number;
  /** The characters, as `only … fit` would say them. */
  readonly characters: string;
}

/** Why a text is not spelled so, as a part of a sentence; undefined when it is. */
export function wrongSpelling(text: string, { pattern, max, characters }: Spelling): string | undefined {
  if (text.length <= max && pattern.test(text)) return undefined;
  if (text === '') return 'it is empty';
  if (text.length > max) return `it has ${text.length} characters, and ${max} fit`;
  return `only ${characters} fit`;
}

/** `lower-case letters, digits and inner hyphens, at most 63` */
export function wordsOf({ characters, max }: Spelling): string {
  return max === Number.POSITIVE_INFINITY ? characters : `${characters}, at most ${max}`;
}
