import { WORDS } from './shape';

/** The part of valibot's issue that a message is made from. */
export interface Issue {
  readonly kind: string;
  readonly type: string;
  readonly input: unknown;
  readonly expected: string | null;
  readonly message: string;
  readonly path?: readonly { readonly key: unknown; readonly origin: string }[] | undefined;
}

/** Fields whose value is text that YAML reads as a number when nobody quotes it. */
const QUOTED: Readonly<Record<string, string>> = {
  accountId: 'leading zeros are lost',
  kubernetesVersion: '1.30 is read as 1.3',
  version: '3.10 is read as 3.1',
  tag: '1.10 is read as 1.1',
};

/** What was written without quotes, and what YAML reads it as. */
export function unquoted(input: unknown, written: string, key: string | number): string {
  if (typeof input === 'boolean') return `${written}; wanted text`;
  const read = String(input) === written ? '' : `, read as ${String(input)}`;
  const why = QUOTED[key] === undefined ? '' : `, because ${QUOTED[key]}`;
  return `the number ${written}${read}; wanted text${why}`;
}

/** `name: ` in front of a value; nothing in a list. */
export function keyText(key: string | number): string {
  return typeof key === 'number' ? '' : `${key}: `;
}

/** `("a" | "b")` → a, b */
export function choices(issue: Issue): readonly string[] {
  if (!['picklist', 'literal', 'variant'].includes(issue.type)) return [];
  return [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].flatMap(([, name]) => name ?? []);
}

export function wanted(issue: Issue): string {
  // Our own words stand in the schema; valibot's begin with "Invalid".
  if (!issue.message.startsWith('Invalid')) return issue.message;
  const parts = (issue.expected ?? 'another value').replaceAll(/[()]/g, '').split(' | ');
  return parts.map((part) => WORDS[part] ?? part).join(' or ');
}

export function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return `a map with ${Object.keys(value).join(', ') || 'no keys'}`;
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}…` : value);
}
