import { FormSearch } from './form-search';
import { isJsonObject, type JsonObject, type JsonValue, mapAt } from './json';
import type { RenderedObject } from './rendered-object';
import { formsOf, LONG } from './secret-forms';
import { appliedCopies, mayHoldSecrets, secretsIn } from './secrets';

/** What stands in a message in the place of a Secret's value. */
export const HIDDEN = '(hidden)';

const SHORTEST = 3;
/** What a word goes on with, before and after: `key` is not a word of `tls.key`. */
const BEFORE = /[\p{L}\p{N}_./-]/u;
const AFTER = /^(?:[\p{L}\p{N}_/-]|\.[\p{L}\p{N}])/u;

/** How JSON.parse quotes what it cannot read: some characters before and after, from the middle of the text too. */
const QUOTED_JSON = /(?<=(?:\.\.\.|, )")[\s\S]{4,64}?(?="(?:\.\.\.)? is not valid JSON)/g;

/** Fields of a Secret that are shown. */
const OPEN_FIELDS = new Set(['apiVersion', 'kind', 'metadata', 'type', 'immutable']);

/** Annotations that say what is done with a Secret, and whose values messages are about. */
const OPEN_ANNOTATION = /^(argocd\.argoproj\.io|cdk8s-eks|eks\.amazonaws\.com|kubernetes\.io)\//;

/**
 * The values of all Secrets of a rendering. Whatever is told of it goes through `hide`: an exception of the user's,
 * a rule, another judge, a difference may have taken a value from anywhere.
 */
export class SecretValues {
  private readonly long = new FormSearch();
  private readonly short = new Set<string>();

  /** @param values objects, or whatever holds some */
  static of(values: Iterable<unknown>): SecretValues {
    const all = new SecretValues();
    for (const value of values) all.addFrom(value);
    return all;
  }

  static ofObjects(objects: readonly RenderedObject[]): SecretValues {
    return SecretValues.of(objects.filter(mayHoldSecrets).map(({ value }) => value));
  }

  /** Also of a value that stands in more places than anybody could visit. */
  addFrom(value: unknown): void {
    for (const { secret } of secretsIn(value, [], new Set())) this.addSecret(secret);
  }

  get isEmpty(): boolean {
    return this.long.isEmpty && this.short.size === 0;
  }

  /** The text without any value, nor the beginning of one that is cut or tells much. */
  hide(text: string): string {
    if (this.isEmpty) return text;
    return this.hideForms(text.replace(QUOTED_JSON, (quoted) => (this.long.holdsPartOf(quoted) ? HIDDEN : quoted)));
  }

  private hideForms(text: string): string {
    let shown = '';
    let from = 0;
    for (let at = 0; at < text.length; ) {
      const length = this.lengthAt(text, at);
      if (length === 0) {
        at += 1;
        continue;
      }
      shown += text.slice(from, at) + HIDDEN;
      at += length;
      from = at;
    }
    return from === 0 ? text : shown + text.slice(from);
  }

  /** The same for all texts inside of a value. */
  hideIn(value: JsonValue): JsonValue {
    if (this.isEmpty) return value;
    if (typeof value === 'string') return this.hide(value);
    if (typeof value === 'number' || typeof value === 'bigint') return this.hides(String(value)) ? HIDDEN : value;
    if (Array.isArray(value)) return value.map((item: JsonValue) => this.hideIn(item));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, inner === undefined ? inner : this.hideIn(inner)]),
    );
  }

  private hides(text: string): boolean {
    return this.hide(text) !== text;
  }

  private lengthAt(text: string, at: number): number {
    const found = this.long.lengthAt(text, at);
    if (found > 0) return found;
    if (this.short.size === 0 || (at > 0 && BEFORE.test(text[at - 1] ?? ''))) return 0;
    for (let length = LONG - 1; length >= SHORTEST; length--)
      if (this.short.has(text.slice(at, at + length)) && !AFTER.test(text.slice(at + length, at + length + 2)))
        return length;
    return 0;
  }

  private addSecret(secret: JsonObject): void {
    // A misspelled field holds what was meant for the right one.
    for (const [field, value] of Object.entries(secret)) {
      if (OPEN_FIELDS.has(field)) continue;
      this.addAll(value);
      if (field.toLowerCase() === 'data') this.addDecoded(value);
    }
    const annotations = mapAt(secret, 'metadata', 'annotations');
    for (const [key, value] of Object.entries(annotations)) if (!OPEN_ANNOTATION.test(key)) this.addAll(value);
    for (const { copy } of appliedCopies(secret))
      for (const { secret: inner } of secretsIn(copy)) this.addSecret(inner);
  }

  /** Also what should be text and is not. */
  private addAll(value: unknown, seen = new Set<object>()): void {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') this.add(String(value));
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    for (const inner of Object.values(value)) this.addAll(inner, seen);
  }

  private addDecoded(data: unknown): void {
    if (!isJsonObject(data)) return;
    for (const value of Object.values(data))
      if (typeof value === 'string') this.add(Buffer.from(value, 'base64').toString('utf8'));
  }

  private add(value: string): void {
    for (const form of formsOf(value)) {
      if (form.length >= LONG) this.long.add(form);
      else if (form.length >= SHORTEST) this.short.add(form);
    }
  }
}
