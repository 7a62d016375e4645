import type { SchemaBundle, SchemaNode, SchemaStore } from '../../model/schema';
import { parseQuantity } from './quantity';

/** One place where an object is not what its schema says. */
export interface SchemaIssue {
  readonly code: 'unknown' | 'type' | 'missing' | 'value' | 'duplicate' | 'alternative';
  readonly path: readonly (string | number)[];
  readonly found: string;
  readonly wanted: string;
  /** For an unknown field: the names that exist there. */
  readonly known?: readonly string[];
  /** The definition the field belongs to, for messages about other versions. */
  readonly definition?: string;
}

const PATTERNS = new Map<string, RegExp | null>();

/** Walks an object along its schema; allocates only when something is wrong. */
export class Validator {
  private readonly issues: SchemaIssue[] = [];
  private readonly path: (string | number)[] = [];
  private definition = '';

  constructor(private readonly store: SchemaStore) {}

  /** All issues of one value against one definition. */
  validate(value: unknown, definition: string): readonly SchemaIssue[] {
    this.issues.length = 0;
    this.path.length = 0;
    this.node(value, { ref: definition });
    return [...this.issues];
  }

  private node(value: unknown, given: SchemaNode): void {
    let schema = given;
    const outer = this.definition;
    if (schema.ref !== undefined) {
      this.definition = schema.ref;
      schema = resolve(this.store, schema.ref);
    }
    if (value === null) {
      if (schema.nullable !== true) this.issue('type', 'null', describeType(schema));
    } else if (schema.format === 'any' && schema.type === undefined) {
      // Free-form: nothing to say.
    } else if (schema.format === 'int-or-string') this.intOrString(value);
    else if (schema.format === 'quantity') this.quantity(value);
    else this.typed(value, schema);
    this.definition = outer;
  }

  private typed(value: unknown, schema: SchemaNode): void {
    switch (schema.type) {
      case 'object':
        if (typeof value !== 'object' || Array.isArray(value)) return this.issue('type', describe(value), 'a map');
        return this.map(value as Record<string, unknown>, schema);
      case 'array':
        if (!Array.isArray(value)) return this.issue('type', describe(value), 'a list');
        return this.list(value, schema);
      case 'string':
        if (typeof value !== 'string') return this.issue('type', describe(value), 'text');
        return this.text(value, schema);
      case 'integer':
        if (typeof value === 'bigint') return;
        if (typeof value !== 'number' || !Number.isInteger(value))
          return this.issue('type', describe(value), 'a whole number');
        if (schema.format === 'int32' && Math.abs(value) > 2_147_483_647)
          return this.issue('value', String(value), 'a 32-bit number');
        return this.range(value, schema);
      case 'number':
        if (typeof value !== 'number') return this.issue('type', describe(value), 'a number');
        return this.range(value, schema);
      case 'boolean':
        if (typeof value !== 'boolean') this.issue('type', describe(value), 'true or false');
        return;
      default:
        if (schema.properties !== undefined && typeof value === 'object')
          this.map(value as Record<string, unknown>, schema);
    }
  }

  private map(value: Record<string, unknown>, schema: SchemaNode): void {
    const { properties, values } = schema;
    for (const key of Object.keys(value)) {
      const inner = value[key];
      if (inner === undefined) continue;
      const known = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : values;
      if (known !== undefined) {
        this.path.push(key);
        this.node(inner, known);
        this.path.pop();
      } else if (schema.open !== true) {
        this.path.push(key);
        this.issue('unknown', `\`${key}\``, 'a known field', Object.keys(properties ?? {}));
        this.path.pop();
      }
    }
    for (const name of schema.required ?? []) {
      if (value[name] === undefined) {
        this.path.push(name);
        this.issue('missing', 'nothing', `\`${name}\``);
        this.path.pop();
      }
    }
    this.alternatives(value, schema);
  }

  private alternatives(value: Record<string, unknown>, schema: SchemaNode): void {
    for (const [options, exactly] of [
      [schema.oneOf, true],
      [schema.anyOf, false],
    ] as const) {
      if (options === undefined) continue;
      const fitting = options.filter((option) =>
        (option.required ?? []).every((name) => value[name] !== undefined),
      ).length;
      if (fitting === 1 || (!exactly && fitting > 0)) continue;
      const names = options
        .map((option) => (option.required ?? []).map((name) => `\`${name}\``).join(' with '))
        .join(', ');
      this.issue('alternative', `${fitting} of them`, `${exactly ? 'exactly' : 'at least'} one of ${names}`);
    }
  }

  private list(value: readonly unknown[], schema: SchemaNode): void {
    if (schema.minItems !== undefined && value.length < schema.minItems)
      this.issue('value', `${value.length} items`, `at least ${schema.minItems}`);
    if (schema.maxItems !== undefined && value.length > schema.maxItems)
      this.issue('value', `${value.length} items`, `at most ${schema.maxItems}`);
    if (schema.items !== undefined) {
      for (let index = 0; index < value.length; index++) {
        this.path.push(index);
        this.node(value[index], schema.items);
        this.path.pop();
      }
    }
    if (value.length > 1 && (schema.listKeys !== undefined || schema.set === true)) this.duplicates(value, schema);
  }

  private duplicates(value: readonly unknown[], schema: SchemaNode): void {
    const seen = new Map<string, number>();
    value.forEach((item, index) => {
      const key = schema.listKeys === undefined ? JSON.stringify(item) : keysOf(item, schema.listKeys);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, index);
      else {
        this.path.push(index);
        this.issue(
          'duplicate',
          key,
          `different ${schema.listKeys?.join(' and ') ?? 'items'}; item ${first} has the same`,
        );
        this.path.pop();
      }
    });
  }

  private text(value: string, schema: SchemaNode): void {
    if (schema.enum !== undefined && !schema.enum.includes(value))
      return this.issue(
        'value',
        JSON.stringify(value),
        schema.enum.map((one) => JSON.stringify(one)).join(' or '),
        schema.enum.map(String),
      );
    if (schema.minLength !== undefined && value.length < schema.minLength)
      return this.issue('value', JSON.stringify(value), `at least ${schema.minLength} characters`);
    if (schema.maxLength !== undefined && value.length > schema.maxLength)
      return this.issue('value', `${value.length} characters`, `at most ${schema.maxLength}`);
    if (schema.pattern !== undefined && patternOf(schema.pattern)?.test(value) === false)
      return this.issue('value', JSON.stringify(value), `text that matches ${schema.pattern}`);
    if (schema.format === 'byte' && !/^[A-Za-z0-9+/]*={0,2}$/.test(value))
      this.issue('value', 'text that is not base64', 'base64');
  }

  private range(value: number, schema: SchemaNode): void {
    const { minimum, maximum } = schema;
    if ((minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum)) return;
    const wanted =
      maximum === undefined
        ? `at least ${minimum}`
        : minimum === undefined
          ? `at most ${maximum}`
          : `${minimum} to ${maximum}`;
    this.issue('value', String(value), wanted);
  }

  private intOrString(value: unknown): void {
    if (typeof value !== 'string' && !(typeof value === 'number' && Number.isInteger(value)))
      this.issue('type', describe(value), 'a whole number or text');
  }

  private quantity(value: unknown): void {
    if (typeof value !== 'string' && typeof value !== 'number')
      return this.issue('type', describe(value), 'a quantity such as 250m or 512Mi');
    if (parseQuantity(value) === undefined)
      this.issue('value', JSON.stringify(value), 'a quantity such as 250m or 512Mi');
  }

  private issue(code: SchemaIssue['code'], found: string, wanted: string, known?: readonly string[]): void {
    this.issues.push({
      code,
      path: [...this.path],
      found,
      wanted,
      definition: this.definition,
      ...(known === undefined ? {} : { known }),
    });
  }
}

function resolve({ kubernetes, custom }: SchemaStore, ref: string): SchemaNode {
  return find(kubernetes, ref) ?? find(custom, ref) ?? { format: 'any' };
}

function find(bundle: SchemaBundle, ref: string): SchemaNode | undefined {
  return Object.hasOwn(bundle.definitions, ref) ? bundle.definitions[ref] : undefined;
}

function patternOf(pattern: string): RegExp | null {
  const known = PATTERNS.get(pattern);
  if (known !== undefined) return known;
  let compiled: RegExp | null;
  try {
    compiled = new RegExp(pattern, 'u');
  } catch {
    // Go's syntax differs in corners; what cannot be compiled here is left to the API server.
    compiled = null;
  }
  PATTERNS.set(pattern, compiled);
  return compiled;
}

function keysOf(item: unknown, keys: readonly string[]): string {
  return keys.map((key) => `${key}=${JSON.stringify((item as Record<string, unknown> | null)?.[key])}`).join(' ');
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? `the text ${JSON.stringify(value)}` : `${typeof value} ${String(value)}`;
}

function describeType(schema: SchemaNode): string {
  return schema.type ?? schema.format ?? 'a value';
}
