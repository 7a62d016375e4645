import { APPLIED_COPIES } from '../knowledge/kubernetes/applied-copies';
import { isBuiltIn } from '../knowledge/kubernetes/kinds';
import type { ObjectIdentity } from './identity';
import { type FieldPath, isJsonObject, type JsonObject, mapAt } from './json';

/** Levels that are looked into: what is deeper cannot be written anyway. */
const DEPTH = 100;

/**
 * Kubernetes' own kinds carry no other objects, but for a ControllerRevision; those of others do, for a controller that
 * makes them.
 */
export function mayHoldSecrets({ group, kind }: Pick<ObjectIdentity, 'group' | 'kind'>): boolean {
  return kind === 'Secret' || kind === 'ControllerRevision' || !isBuiltIn(group, kind);
}

/** A Secret, and where in the value it stands. */
export interface FoundSecret {
  readonly secret: JsonObject;
  readonly path: FieldPath;
}

/**
 * Every Secret in a value: the object itself, or one that it carries for somebody else to make.
 * @param seen what is not looked into again. `@default` - a value in several places is found in each
 */
export function* secretsIn(value: unknown, path: FieldPath = [], seen?: Set<object>): Generator<FoundSecret> {
  if (typeof value !== 'object' || value === null || path.length > DEPTH || seen?.has(value) === true) return;
  seen?.add(value);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* secretsIn(item, [...path, index], seen);
    return;
  }
  if (!isJsonObject(value)) return;
  if (isSecret(value)) yield { secret: value, path };
  yield* listed(value, path);
  for (const key of Object.keys(value)) yield* secretsIn(value[key], [...path, key], seen);
}

/** The items of a SecretList need not say what they are. */
function* listed({ kind, items }: JsonObject, path: FieldPath): Generator<FoundSecret> {
  if (kind !== 'SecretList' || !Array.isArray(items)) return;
  for (const [index, item] of items.entries())
    if (isJsonObject(item) && !isSecret(item)) yield { secret: item, path: [...path, 'items', index] };
}

/** What carries a Secret may leave its version out. */
function isSecret(value: JsonObject): boolean {
  return value['kind'] === 'Secret' && (value['apiVersion'] === 'v1' || value['apiVersion'] === undefined);
}

/** An annotation that keeps objects as JSON. */
export interface AppliedCopy {
  readonly key: string;
  /** What it holds; the text itself where that is not JSON. */
  readonly copy: unknown;
  /** Whether a tool is known to keep the whole object there as it was applied. */
  readonly isKnown: boolean;
}

/** Copies of objects among the annotations of one, where a Secret may be among them. */
export function* appliedCopies(object: JsonObject): Generator<AppliedCopy> {
  for (const [key, text] of Object.entries(mapAt(object, 'metadata', 'annotations'))) {
    if (typeof text !== 'string') continue;
    const isKnown = KNOWN_COPIES.has(key);
    const copy = isKnown ? (parsed(text) ?? text) : carriedIn(text);
    if (copy !== undefined) yield { key, copy, isKnown };
  }
}

const KNOWN_COPIES: ReadonlySet<string> = new Set(APPLIED_COPIES);

/** What a text carries that is JSON and names a Secret; undefined for any other. */
export function carriedIn(text: string): unknown {
  return text.includes('"Secret"') && /^\s*[{[]/.test(text) ? parsed(text) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It is compressed, or somebody cut it.
    return undefined;
  }
}
