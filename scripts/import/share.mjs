// CRDs repeat whole subtrees: a Pod template in five kinds, one store's settings in two. Each is kept once.
import { createHash } from 'node:crypto';
import { sortedJson } from './stable-json.mjs';

/** Below this length a reference is hardly shorter than what it stands for. */
const WORTH = 100;
const INNER = ['values', 'items'];

/**
 * The same definitions, with every subtree that stands in two places as a definition of its own.
 * Its name is a hash of what it holds, so it changes only when that does.
 */
export function shareRepeated(definitions) {
  const counts = new Map();
  const roots = Object.entries(definitions).map(([name, node]) => [name, named(node, counts)]);
  const out = {};
  for (const [name, node] of roots) out[name] = replaced(node, counts, out, true);
  return out;
}

/** Pairs every node with the name it would have, and counts how often each name stands. */
function named(node, counts) {
  const children = mapChildren(node, (child) => named(child, counts));
  const text = sortedJson(node);
  const name = text.length < WORTH || node.ref !== undefined ? undefined : `~${hash(text)}`;
  if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  return { name, children };
}

function replaced({ name, children }, counts, out, isRoot = false) {
  const node = () => mapChildren(children, (child) => replaced(child, counts, out));
  if (isRoot || name === undefined || counts.get(name) < 2) return node();
  out[name] ??= node();
  return { ref: name };
}

function mapChildren(node, change) {
  const copy = { ...node };
  for (const key of INNER) if (node[key] !== undefined) copy[key] = change(node[key]);
  if (node.properties !== undefined) {
    copy.properties = Object.fromEntries(Object.entries(node.properties).map(([key, inner]) => [key, change(inner)]));
  }
  return copy;
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
