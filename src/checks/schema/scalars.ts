import { wrongBase64 } from '../../grammar/base64';
import { parseQuantity } from '../../grammar/quantity';
import type { SchemaNode } from '../../model/schema';
import { describe, describeType, shown, type Wrong } from './issue';

const INT32 = 2 ** 31;
const INT64 = 2 ** 63;
/** RFC 3339, as Go reads it: upper-case T and Z, any number of fraction digits. */
const TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** What is wrong with a value that is neither map nor list; undefined when nothing is. */
export function wrongScalar(value: unknown, schema: SchemaNode): Wrong | undefined {
  if (schema.format === 'quantity') return wrongQuantity(value);
  if (schema.format === 'int-or-string') return wrongIntOrString(value, schema);
  switch (schema.type) {
    case 'string':
      return typeof value === 'string' ? wrongText(value, schema) : wrongType(value, 'string');
    case 'integer':
      return isWhole(value) ? wrongInteger(value, schema) : wrongType(value, 'integer');
    case 'number':
      return typeof value === 'number' || typeof value === 'bigint'
        ? wrongRange(value, schema)
        : wrongType(value, 'number');
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrongType(value, 'boolean');
    default:
      return undefined;
  }
}

function wrongIntOrString(value: unknown, schema: SchemaNode): Wrong | undefined {
  if (typeof value === 'string') return wrongPattern(value, schema);
  return isWhole(value) ? wrongRange(value, schema) : wrongType(value, 'int-or-string');
}

export function wrongType(value: unknown, type: string | undefined): Wrong {
  return { code: 'type', found: describe(value), wanted: describeType(type) };
}

function isWhole(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
}

function wrongText(value: string, schema: SchemaNode): Wrong | undefined {
  if (schema.enum !== undefined && !schema.enum.includes(value)) return wrongChoice(value, schema.enum);
  // Code units are counted first: characters, which the server counts, are never more.
  if (schema.minLength !== undefined && value.length < schema.minLength)
    return { code: 'value', found: shown(value), wanted: `at least ${count(schema.minLength, 'character')}` };
  if (schema.maxLength !== undefined && value.length > schema.maxLength && [...value].length > schema.maxLength)
    return {
      code: 'value',
      found: count([...value].length, 'character'),
      wanted: `at most ${count(schema.maxLength, 'character')}`,
    };
  if (schema.format === 'byte' && wrongBase64(value) !== undefined)
    return { code: 'value', found: 'text that is not base64', wanted: 'base64' };
  if (schema.format === 'date-time' && !TIME.test(value))
    return { code: 'value', found: shown(value), wanted: 'a time such as "2026-01-31T08:00:00Z"' };
  return wrongPattern(value, schema);
}

function wrongChoice(value: string, choices: readonly unknown[]): Wrong {
  const known = choices.map(String);
  return { code: 'value', found: shown(value), wanted: known.map(shown).join(' or '), word: value, known };
}

function wrongPattern(value: string, schema: SchemaNode): Wrong | undefined {
  if (schema.pattern === undefined || patternOf(schema.pattern)?.test(value) !== false) return undefined;
  return { code: 'value', found: shown(value), wanted: `text that matches ${schema.pattern}` };
}

function wrongInteger(value: number | bigint, schema: SchemaNode): Wrong | undefined {
  if (schema.format === 'int32' && !within(value, INT32)) return tooLarge(value, 32);
  if (schema.format === 'int64' && !within(value, INT64)) return tooLarge(value, 64);
  if (schema.enum !== undefined && !schema.enum.includes(Number(value))) return wrongChoice(String(value), schema.enum);
  return wrongRange(value, schema);
}

function within(value: number | bigint, limit: number): boolean {
  return value >= -limit && value < limit;
}

function tooLarge(value: number | bigint, bits: number): Wrong {
  return { code: 'value', found: String(value), wanted: `a whole number of ${bits} bits` };
}

function wrongRange(value: number | bigint, { minimum, maximum }: SchemaNode): Wrong | undefined {
  if ((minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum)) return undefined;
  return { code: 'value', found: String(value), wanted: between(minimum, maximum) };
}

/** `1 to 65535`, `at least 0`, `at most 10`; with a unit where one is counted. */
export function between(minimum: number | undefined, maximum: number | undefined, unit?: string): string {
  const said = (limit: number) => (unit === undefined ? String(limit) : count(limit, unit));
  if (maximum === undefined) return `at least ${said(minimum ?? 0)}`;
  if (minimum === undefined) return `at most ${said(maximum)}`;
  return minimum === maximum ? `exactly ${said(minimum)}` : `${minimum} to ${said(maximum)}`;
}

export function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

function wrongQuantity(value: unknown): Wrong | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint')
    return wrongType(value, 'quantity');
  const text = String(value);
  if (parseQuantity(text) !== undefined) return undefined;
  return {
    code: 'value',
    found: typeof value === 'string' ? shown(value) : text,
    wanted: 'a quantity such as 250m or 512Mi',
  };
}

/** Go's patterns are JavaScript's, but for a leading `(?i)` and corners that are left to the API server. */
export function patternOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern.replace(/^(\^?)\(\?i\)/, '$1'), /^\^?\(\?i\)/.test(pattern) ? 'iu' : 'u');
  } catch {
    return undefined;
  }
}
