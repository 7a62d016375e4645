// CRDs repeat whole subtrees: a Pod template in five kinds, one store's settings in two. Each is kept once.
import { createHash } from 'node:crypto';
import { mapValues } from '../../src/model/map-values';
import type { SchemaNode } from '../../src/model/schema';
import { sortedJson } from './stable-json';

/** Below this length a reference is hardly shorter than what it stands for. */
const WORTH = 100;

/**
 * The same definitions, with every subtree that stands in two places as a definition of its own.
 * Its name is a hash of what it holds, so it changes only when that does.
 */
export function shareRepeated(definitions: Readonly<Record<string, SchemaNode>>): Record<string, SchemaNode> {
  const names = new Map<SchemaNode, string>();
  const counts = new Map<string, number>();
  for (const node of Object.values(definitions)) count(node, names, counts);
  const out: Record<string, SchemaNode> = {};
  const inner = (node: SchemaNode): SchemaNode => {
    const name = names.get(node);
    if (name === undefined || (counts.get(name) ?? 0) < 2) return mapChildren(node, inner);
    out[name] ??= mapChildren(node, inner);
    return { ref: name };
  };
  for (const [name, node] of Object.entries(definitions)) out[name] = mapChildren(node, inner);
  return out;
}

/** Names every node that is worth sharing, and counts how often each name stands. */
function count(node: SchemaNode, names: Map<SchemaNode, string>, counts: Map<string, number>): void {
  const text = sortedJson(node);
  if (text.length >= WORTH && node.ref === undefined) {
    const name = `~${hash(text)}`;
    names.set(node, name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  mapChildren(node, (child) => {
    count(child, names, counts);
    return child;
  });
}

function mapChildren(node: SchemaNode, change: (child: SchemaNode) => SchemaNode): SchemaNode {
  return {
    ...node,
    ...(node.values === undefined ? {} : { values: change(node.values) }),
    ...(node.items === undefined ? {} : { items: change(node.items) }),
    ...(node.properties === undefined ? {} : { properties: mapValues(node.properties, change) }),
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
