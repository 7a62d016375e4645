import { LONG } from './secret-forms';

/** So much of the beginning of a form is hidden wherever it stands, also where the text goes on in another way. */
const TELLING_LENGTH = 64;
/** What a text that was cut ends in, and JSON.parse and others before it close the quotation. */
const CUT = /["'`]?(?:\u2026|\.\.\.)/y;

/**
 * Finds the beginning of any of many texts in another. Its time grows with the length of that text and with the
 * logarithm of their number, however much they have in common: in their order, what a text has in common with any of
 * them it has in common with one of its two neighbours.
 */
export class FormSearch {
  private readonly added = new Set<string>();
  private readonly starts = new Set<string>();
  private forms: readonly string[] = [];
  /** Of each form, the longest other one that it begins with; -1 for none. */
  private within: readonly number[] = [];

  get isEmpty(): boolean {
    return this.added.size === 0;
  }

  add(form: string): void {
    this.added.add(form);
    this.starts.add(form.slice(0, LONG));
  }

  /** How many characters from here on are a form, or tell one; 0 for none. */
  lengthAt(text: string, at: number): number {
    if (!this.starts.has(text.slice(at, at + LONG))) return 0;
    this.prepare();
    const rest = text.slice(at);
    const next = this.firstAfter(rest);
    const common = Math.max(commonLength(this.forms[next - 1], rest), commonLength(this.forms[next], rest));
    CUT.lastIndex = common;
    if (common >= TELLING_LENGTH || CUT.test(rest)) return common;
    let form = next - 1;
    while (form >= 0 && !rest.startsWith(this.forms[form] ?? '')) form = this.within[form] ?? -1;
    return this.forms[form]?.length ?? 0;
  }

  /** Whether any form holds so much of a text as tells it, at any place. It takes its time: for few and short texts. */
  holdsPartOf(text: string): boolean {
    const parts = Array.from({ length: Math.max(1, text.length - LONG + 1) }, (_, at) => text.slice(at, at + LONG));
    return [...this.added].some((form) => parts.some((part) => form.includes(part)));
  }

  private prepare(): void {
    if (this.forms.length === this.added.size) return;
    this.forms = [...this.added].sort();
    const open: number[] = [];
    this.within = this.forms.map((form, index) => {
      while (open.length > 0 && !form.startsWith(this.forms[open.at(-1) ?? 0] ?? '')) open.pop();
      const outer = open.at(-1) ?? -1;
      open.push(index);
      return outer;
    });
  }

  /** The index of the first form that comes after a text, in the order of code units. */
  private firstAfter(text: string): number {
    let low = 0;
    let high = this.forms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.forms[middle] ?? '') <= text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function commonLength(form: string | undefined, text: string): number {
  if (form === undefined) return 0;
  let length = 0;
  while (length < form.length && form[length] === text[length]) length += 1;
  return length;
}
