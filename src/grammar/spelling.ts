/** How a kind of name is spelled: its characters, their order, and how many it may have. */
export interface Spelling {
  readonly pattern: RegExp;
  readonly max: number;
  /** The allowed characters in words: the middle of `only … fit`. */
  readonly characters: string;
}

/** Why a text does not match a spelling, as a part of a sentence; undefined when it does. */
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
