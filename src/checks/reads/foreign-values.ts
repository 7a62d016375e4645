import { imageRegistry } from '../../grammar/image';
import type { Environment } from '../../model/environment';
import { type Form, ownedValues } from './owned-values';

/** A value that an environment lacks and others have. */
export interface ForeignValue {
  readonly value: string;
  readonly what: string;
  /** `staging`, or `dev and staging`. */
  readonly owner: string;
  readonly form: Form;
}

/** Longer texts rarely come twice. */
const LONGEST_KEPT = 128;

/** Characters of a word: `prod` inside `product` is nothing. */
const BETWEEN_WORDS = /[^A-Za-z0-9-]+/;
const BETWEEN_PARTS = /[^A-Za-z0-9]+/;
/** The domain before the name of a label or annotation says who defined it; it is not an address. */
const KEY_PREFIX = /^[\d.-]*[a-z][a-z\d.-]*\//i;

/**
 * Finds values of other environments in texts. Each is looked for only where the word of it that is rarest among all
 * values stands, so that a text costs the same however many environments there are.
 */
export class ForeignValues {
  /** By the rarest word, in small letters. */
  private readonly byWord = new Map<string, ForeignValue[]>();
  /** Those that may hang in a longer word, by their longest part. */
  private readonly byPart = new Map<string, ForeignValue[]>();
  private readonly order = new Map<ForeignValue, number>();
  /** What holds none of them: the same keys, names, labels and images come again and again. */
  private readonly cleanKeys = new Set<string>();
  private readonly cleanTexts = new Set<string>();
  /** Hosts of registries that the environment says it uses: an account in one of them is meant. */
  private readonly registries: readonly string[];
  private shortestPart = Number.POSITIVE_INFINITY;
  /** Length of the shortest value; no shorter text can hold one. */
  readonly shortest: number;

  constructor(environment: Environment, all: readonly Environment[]) {
    this.registries = registriesOf(environment);
    const values = ownedValues(all)
      .filter(({ names, value }) => !(names.has(environment.name) || isAbove(value, environment.domain)))
      .map(({ names, ...value }) => ({ ...value, owner: [...names].join(' and ') }));
    const counts = new Map<string, number>();
    for (const { value } of values) for (const word of wordsOf(value)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const value of values) {
      this.order.set(value, this.order.size);
      const [rarest = ''] = wordsOf(value.value).sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
      add(this.byWord, rarest, value);
      if (value.form !== 'id') continue;
      const part = longestPart(value.value);
      this.shortestPart = Math.min(this.shortestPart, part.length);
      add(this.byPart, part, value);
    }
    this.shortest = Math.max(4, Math.min(...values.map(({ value }) => value.length)));
  }

  get size(): number {
    return this.order.size;
  }

  /** Those that stand in the key of a map. */
  inKey(key: string): readonly ForeignValue[] {
    if (key.length < this.shortest || this.cleanKeys.has(key)) return NOTHING;
    const found = this.in(key.replace(KEY_PREFIX, ''));
    if (found.length === 0) this.cleanKeys.add(key);
    return found;
  }

  /** Those that stand in a text as whole words. */
  in(text: string): readonly ForeignValue[] {
    if (text.length < this.shortest || this.cleanTexts.has(text)) return NOTHING;
    const found = this.standing(this.registries.reduce((rest, host) => rest.replaceAll(host, '…'), text));
    if (found.length === 0 && text.length <= LONGEST_KEPT) this.cleanTexts.add(text);
    return found;
  }

  private standing(text: string): readonly ForeignValue[] {
    const lower = text.toLowerCase();
    let found: Set<ForeignValue> | undefined;
    let start = 0;
    for (let end = 0; end <= lower.length; end++) {
      // A word also ends behind the last character.
      if (end < lower.length && isOfWord(lower.charCodeAt(end))) continue;
      if (end > start) found = this.addOf(text, lower, lower.slice(start, end), found);
      start = end + 1;
    }
    if (found === undefined) return NOTHING;
    return [...found].sort((a, b) => (this.order.get(a) ?? 0) - (this.order.get(b) ?? 0));
  }

  private addOf(text: string, lower: string, word: string, found: Set<ForeignValue> | undefined): typeof found {
    let all = found;
    for (const one of this.candidates(word))
      if (stands(one, one.form === 'host' ? lower : text)) all = (all ?? new Set()).add(one);
    return all;
  }

  private candidates(word: string): readonly ForeignValue[] {
    const whole = this.byWord.get(word) ?? NOTHING;
    if (word.length <= this.shortestPart || !word.includes('-')) return whole;
    const hanging = word.split('-').flatMap((part) => this.byPart.get(part) ?? NOTHING);
    return hanging.length === 0 ? whole : [...whole, ...hanging];
  }
}

/** A domain that this one is part of stands in every host of this one. */
function isAbove(value: string, domain: string): boolean {
  return domain.toLowerCase().endsWith(`.${value}`);
}

function add(map: Map<string, ForeignValue[]>, word: string, value: ForeignValue): void {
  map.set(word, [...(map.get(word) ?? []), value]);
}

/** A small letter, a digit or a hyphen: what `BETWEEN_WORDS` leaves out. */
function isOfWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45;
}

const NOTHING: readonly ForeignValue[] = [];

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}

/** The part of `vpc-0a1b2c` that is its own. */
function longestPart(id: string): string {
  const [longest = ''] = id
    .toLowerCase()
    .split(BETWEEN_PARTS)
    .sort((a, b) => b.length - a.length);
  return longest;
}

/** The last part of a UUID can be twelve digits, too. */
const UUID_BEFORE = /[\da-f]{8}(?:-[\da-f]{4}){3}-$/i;

function stands({ value, form }: ForeignValue, text: string): boolean {
  const between = form === 'id' ? BETWEEN_PARTS : BETWEEN_WORDS;
  for (let from = text.indexOf(value); from >= 0; from = text.indexOf(value, from + 1)) {
    const before = text[from - 1] ?? ' ';
    const after = text[from + value.length] ?? ' ';
    if (!between.test(before) || !between.test(after)) continue;
    if (before !== '-' || !UUID_BEFORE.test(text.slice(Math.max(0, from - 24), from))) return true;
  }
  return false;
}

/** Hosts of registries that the environment names itself. */
function registriesOf(environment: Environment): readonly string[] {
  if (environment.platform !== 'eks') return [];
  const { imageRegistries = [], imageMirrors = {} } = environment.network;
  return [...imageRegistries, ...Object.values(imageMirrors).map(imageRegistry)];
}
