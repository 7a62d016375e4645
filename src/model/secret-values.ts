import { isJsonObject, type JsonObject, type JsonValue, mapAt } from './json';
import type { RenderedObject } from './rendered-object';
import { appliedCopies, mayHoldSecrets, secretsIn } from './secrets';

/** What stands in a message in the place of a Secret's value. */
export const HIDDEN = '(hidden)';

/** Of these many characters a value is recognized inside of other text; a shorter one only as a word of its own. */
const LONG = 8;
const SHORTEST = 3;
/** What a word goes on with, before and after: `key` is not a word of `tls.key`. */
const BEFORE = /[\p{L}\p{N}_./-]/u;
const AFTER = /^(?:[\p{L}\p{N}_/-]|\.[\p{L}\p{N}])/u;

/** Annotations that say what is done with a Secret, and whose values messages are about. */
const OPEN_ANNOTATION = /^(argocd\.argoproj\.io|cdk8s-eks|eks\.amazonaws\.com|kubernetes\.io)\//;

/**
 * The values of all Secrets of a rendering. Whatever is told of it goes through `hide`: an exception of the user's,
 * a rule, another judge, a difference may have taken a value from anywhere.
 */
export class SecretValues {
  /** By their first characters; the longest first. */
  private readonly long = new Map<string, string[]>();
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
    return this.long.size === 0 && this.short.size === 0;
  }

  /** The text without any value, nor the part of one that ends in `…`. */
  hide(text: string): string {
    if (this.isEmpty) return text;
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
    for (const value of this.long.get(text.slice(at, at + LONG)) ?? []) {
      if (text.startsWith(value, at)) return value.length;
      const common = commonLength(value, text, at);
      if (text[at + common] === '…') return common;
    }
    if (this.short.size === 0 || (at > 0 && BEFORE.test(text[at - 1] ?? ''))) return 0;
    for (let length = LONG - 1; length >= SHORTEST; length--)
      if (this.short.has(text.slice(at, at + length)) && !AFTER.test(text.slice(at + length, at + length + 2)))
        return length;
    return 0;
  }

  private addSecret(secret: JsonObject): void {
    for (const value of Object.values(mapAt(secret, 'stringData'))) this.addAll(value);
    for (const value of Object.values(mapAt(secret, 'data'))) {
      this.addAll(value);
      if (typeof value === 'string') this.add(Buffer.from(value, 'base64').toString('utf8'));
    }
    const annotations = mapAt(secret, 'metadata', 'annotations');
    for (const [key, value] of Object.entries(annotations)) if (!OPEN_ANNOTATION.test(key)) this.addAll(value);
    for (const { copy } of appliedCopies(secret))
      for (const { secret: inner } of secretsIn(copy)) this.addSecret(inner);
  }

  /** Also what should be text and is not. */
  private addAll(value: unknown, depth = 0): void {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') this.add(String(value));
    else if (typeof value === 'object' && value !== null && depth < 10)
      for (const inner of Object.values(value)) this.addAll(inner, depth + 1);
  }

  /** As it is, as JSON and base64 write it, and its lines. */
  private add(value: string): void {
    const encoded = Buffer.from(value).toString('base64');
    this.addForm(value);
    this.addForm(JSON.stringify(value).slice(1, -1));
    this.addForm(encoded);
    if (value.includes('\n'))
      for (const line of value.split('\n')) if (line.trim().length >= LONG) this.addForm(line.trim());
  }

  private addForm(form: string): void {
    if (form.length < SHORTEST) return;
    if (form.length < LONG) {
      this.short.add(form);
      return;
    }
    const start = form.slice(0, LONG);
    const known = this.long.get(start) ?? [];
    if (known.includes(form)) return;
    this.long.set(
      start,
      [...known, form].sort((a, b) => b.length - a.length),
    );
  }
}

function commonLength(value: string, text: string, at: number): number {
  let length = LONG;
  while (length < value.length && value[length] === text[at + length]) length += 1;
  return length;
}
