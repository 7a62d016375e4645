import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';

const NOT_MERGED = '`<<` merges a map or a list of maps, and this is neither; quote the key where it is meant as one';
const MERGED_TWICE =
  '`<<` stands twice in its map, and readers differ in which counts; merge a list of maps (`<<: [*a, *b]`)';
const MERGED_OVER =
  '`<<` stands behind a key that it brings too, and Go takes what is merged; put `<<` first, so that the key counts';
const TWICE = 'Map keys must be unique';
const ONE_TEXT = 'two keys of the map are one text to Kubernetes, and readers differ in which counts; leave one out';

/** Keys of a map, as Go makes text of them; `<<` that merges is apart. */
interface Seen {
  readonly texts: Map<string, unknown>;
  isMerged: boolean;
}

/**
 * The keys of a document, met in the order in which they stand. Go merges where `<<` stands, so that it overwrites what
 * stands before it.
 * @see https://github.com/yaml/go-yaml/blob/v2.4.2/decode.go merge
 */
export class Keys {
  private readonly seen = new Map<unknown, Seen>();
  private readonly brought = new Map<YAMLMap, ReadonlySet<string>>();

  /** @param anchors what each name stands for where we are */
  constructor(private readonly anchors: ReadonlyMap<string, Node>) {}

  /** Why readers differ about a key beside those before it in its map. */
  wrongPair({ key, value }: Pair, map: unknown): string | undefined {
    const seen = this.seenIn(map);
    if (isMergeKey(key)) return this.wrongMerge(value, seen);
    const text = this.textOf(key);
    if (text === undefined) return undefined;
    if (seen.texts.has(text.text)) return seen.texts.get(text.text) === text.value ? TWICE : ONE_TEXT;
    seen.texts.set(text.text, text.value);
    return undefined;
  }

  private seenIn(map: unknown): Seen {
    const found = this.seen.get(map) ?? { texts: new Map(), isMerged: false };
    this.seen.set(map, found);
    return found;
  }

  private wrongMerge(value: unknown, seen: Seen): string | undefined {
    // As Go has it: an alias stands for a map, and not for a list of them.
    if (!sourcesOf(value).every((source) => isMap(this.target(source)))) return NOT_MERGED;
    if (seen.isMerged) return MERGED_TWICE;
    seen.isMerged = true;
    if (seen.texts.size === 0) return undefined;
    return this.mergedBy(value).some((text) => seen.texts.has(text)) ? MERGED_OVER : undefined;
  }

  /** The keys of a map, with those that it merges itself. */
  private broughtBy(map: YAMLMap): ReadonlySet<string> {
    const known = this.brought.get(map);
    if (known !== undefined) return known;
    const texts = new Set<string>();
    this.brought.set(map, texts);
    for (const { key, value } of map.items)
      for (const text of isMergeKey(key) ? this.mergedBy(value) : [this.textOf(key)?.text])
        if (text !== undefined) texts.add(text);
    return texts;
  }

  private mergedBy(value: unknown): readonly string[] {
    return sourcesOf(value)
      .map((source) => this.target(source))
      .flatMap((map) => (isMap(map) ? [...this.broughtBy(map)] : []));
  }

  private target(node: unknown): unknown {
    return isAlias(node) ? this.anchors.get(node.source) : node;
  }

  /** Undefined for what cannot be a key, which is told elsewhere. */
  private textOf(key: unknown): { readonly text: string; readonly value: unknown } | undefined {
    const node = this.target(key);
    const value = isScalar(node) ? node.value : node;
    const isText = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return isText ? { text: String(value), value } : undefined;
  }
}

function sourcesOf(value: unknown): readonly unknown[] {
  return isSeq(value) ? value.items : [value];
}

function isMergeKey(key: unknown): boolean {
  if (!isScalar(key)) return false;
  return typeof key.value === 'symbol' || (key.value === '<<' && (key.type ?? 'PLAIN') === 'PLAIN');
}
