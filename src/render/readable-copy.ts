import { setOwn } from '../model/json';
import { messageOf } from '../model/thrown';
import { step } from './fast/tidy';

/** Levels that are copied: what is deeper cannot be written anyway. */
const DEPTH = 200;
/** Maps and lists that are copied. No Secret comes near it, and a lazy value can make new ones for ever. */
const MOST = 20_000;

/**
 * What can be read of a value of the user's, as plain data. In the place of what throws when it is read stands what it
 * throws. What contains itself is left out there; what stands in many places is copied once.
 */
export function readableCopy(value: unknown): unknown {
  return copied(value, new Map(), 0);
}

type Copies = Map<object, unknown>;

function copied(value: unknown, copies: Copies, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
  if (depth > DEPTH || copies.has(value) || copies.size > MOST) return copies.get(value);
  copies.set(value, undefined);
  const copy = readable(() => copyOf(value, copies, depth + 1));
  copies.set(value, copy);
  return copy;
}

function copyOf(value: object, copies: Copies, depth: number): unknown {
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8');
  const isList = Array.isArray(value);
  const replaced = isList ? value : step(value);
  if (replaced !== value) return copied(replaced, copies, depth);
  const fields = Object.keys(value).map((key) => [key, readable(() => Reflect.get(value, key))] as const);
  if (isList) return fields.map(([, item]) => copied(item, copies, depth));
  const result: Record<string, unknown> = {};
  for (const [key, field] of fields) setOwn(result, key, copied(field, copies, depth));
  return result;
}

function readable(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return messageOf(error);
  }
}
