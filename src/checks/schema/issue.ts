import type { FieldPath } from '../../model/json';
/** What is wrong with one value, before anybody says where it stands. */
export interface Wrong {
  readonly code: 'unknown' | 'type' | 'missing' | 'value' | 'duplicate' | 'alternative';
  readonly found: string;
  readonly wanted: string;
  /** A name that was written, and the names that exist there. */
  readonly word?: string;
  readonly known?: readonly string[];
}

/** One place where an object is not what its schema says. */
export interface SchemaIssue extends Wrong {
  readonly path: FieldPath;
  /** The definition the field belongs to, for what other versions know about it. */
  readonly definition: string;
}

const LONGEST = 80;

/** Text in quotes, cut where it is too long for a message. */
export function shown(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}

/** A value as a person would say it. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return `the text ${shown(value)}`;
  return `the ${typeof value === 'boolean' ? 'boolean' : 'number'} ${String(value)}`;
}

/** What a schema wants, where it got something of another type. */
export function describeType(type: string | undefined): string {
  return TYPES[type ?? ''] ?? 'a value';
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  'int-or-string': 'a whole number or text',
  quantity: 'a quantity such as 250m or 512Mi',
};
