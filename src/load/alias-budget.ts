import { type Document, isAlias, isCollection, isPair, type Node } from 'yaml';

/** Deeper documents overflow the stack of what walks them. */
const MAX_DEPTH = 500;

interface Size {
  /** Values that a reader makes of it, with what aliases stand for. */
  readonly values: number;
  readonly depth: number;
}

/** Why a document cannot be expanded: aliases that Go refuses, or nesting; undefined when it can. */
export function wrongExpansion(document: Document): string | undefined {
  return new Expansion().wrongDocument(document);
}

/**
 * Counts as Go does while it decodes, but counts what an anchor holds once.
 * @see https://github.com/yaml/go-yaml/blob/v2.4.2/decode.go allowedAliasRatio
 */
class Expansion {
  private readonly sizes = new Map<Node, Size>();
  private readonly open = new Set<Node>();
  private readonly anchors = new Map<string, Node>();
  private aliased = 0;
  private decoded = 0;
  private wrong: string | undefined;

  wrongDocument({ contents }: Document): string | undefined {
    const { depth } = this.sizeOf(contents, 0);
    return this.wrong ?? (depth > MAX_DEPTH ? `it is nested deeper than ${MAX_DEPTH} levels` : undefined);
  }

  private sizeOf(value: unknown, level: number): Size {
    if (this.wrong !== undefined || value === null || value === undefined) return NOTHING;
    if (level > MAX_DEPTH) return { values: 1, depth: MAX_DEPTH + 1 };
    if (isPair(value)) return sum(this.sizeOf(value.key, level), this.sizeOf(value.value, level));
    if (isAlias(value)) return this.aliasSize(value.source);
    this.decoded += 1;
    const node = value as Node & { readonly anchor?: string };
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    this.open.add(node);
    let inner = NOTHING;
    if (isCollection(value)) for (const item of value.items) inner = sum(inner, this.sizeOf(item, level + 1));
    this.open.delete(node);
    const size = { values: inner.values + 1, depth: inner.depth + 1 };
    if (node.anchor !== undefined) this.sizes.set(node, size);
    return size;
  }

  private aliasSize(name: string): Size {
    const target = this.anchors.get(name);
    if (target !== undefined && this.open.has(target)) this.wrong = `the value of anchor "${name}" holds itself`;
    const size = (target && this.sizes.get(target)) ?? NOTHING;
    this.aliased += size.values;
    this.decoded += size.values;
    if (this.aliased > 100 && this.decoded > 1000 && this.aliased / this.decoded > allowedRatio(this.decoded))
      this.wrong =
        'its aliases stand for so many values that kubectl refuses them: a small file would exhaust a reader';
    return size;
  }
}

const NOTHING: Size = { values: 0, depth: 0 };

function sum(a: Size, b: Size): Size {
  return { values: a.values + b.values, depth: Math.max(a.depth, b.depth) };
}

function allowedRatio(decoded: number): number {
  const [low, high] = [400_000, 4_000_000];
  if (decoded <= low) return 0.99;
  return decoded >= high ? 0.1 : 0.99 - (0.89 * (decoded - low)) / (high - low);
}
