import type { SchemaNode, SchemaStore } from '../../model/schema';
import { duplicateItems } from './duplicates';
import type { SchemaIssue, Wrong } from './issue';
import { between, count, wrongScalar, wrongType } from './scalars';

const ANYTHING: SchemaNode = { format: 'any' };

/** Walks objects along their schemas; on the good path it allocates nothing but the lists of keys. */
export class Validator {
  private issues: SchemaIssue[] = [];
  private readonly path: (string | number)[] = [];
  /** The definition we are in; '' in what a custom kind defines for itself. */
  private definition = '';

  constructor(private readonly store: SchemaStore) {}

  /** All issues of one value against one definition. */
  validate(value: unknown, definition: string): readonly SchemaIssue[] {
    this.issues = [];
    this.path.length = 0;
    this.definition = '';
    this.node(value, { ref: definition });
    return this.issues;
  }

  private node(value: unknown, given: SchemaNode): void {
    if (given.ref === undefined) return this.resolved(value, given, this.definition !== '');
    const outer = this.definition;
    const builtIn = this.store.kubernetes.definitions[given.ref];
    this.definition = builtIn === undefined ? '' : given.ref;
    this.resolved(value, builtIn ?? this.store.custom.definitions[given.ref] ?? ANYTHING, outer !== '');
    this.definition = outer;
  }

  /** @param lenient a field of a built-in kind: there the server takes null for "left out" */
  private resolved(value: unknown, schema: SchemaNode, lenient: boolean): void {
    if (value === null) {
      if (schema.nullable === true || (lenient && typeof this.path.at(-1) === 'string')) return;
      if (schema.format !== 'any') this.add(wrongType(value, schema.type ?? schema.format));
    } else if (schema.type === 'object') {
      if (typeof value === 'object' && !Array.isArray(value)) this.map(value as Record<string, unknown>, schema);
      else this.add(wrongType(value, 'object'));
    } else if (schema.type === 'array') {
      if (Array.isArray(value)) this.list(value, schema);
      else this.add(wrongType(value, 'array'));
    } else {
      const wrong = wrongScalar(value, schema);
      if (wrong !== undefined) this.add(wrong);
    }
  }

  private map(value: Record<string, unknown>, schema: SchemaNode): void {
    const { properties, values, required } = schema;
    const keys = Object.keys(value);
    for (const key of keys) {
      const inner = value[key];
      if (inner === undefined) continue;
      const known = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : values;
      if (known !== undefined) {
        this.path.push(key);
        this.node(inner, known);
        this.path.pop();
      } else if (schema.open !== true) {
        const names = Object.keys(properties ?? {});
        this.addAt(key, {
          code: 'unknown',
          found: `\`${key}\``,
          wanted: 'a field that exists',
          word: key,
          known: names,
        });
      }
    }
    if (required !== undefined) {
      for (const name of required) if (!isSet(value, name)) this.addAt(name, missing(name));
    }
    const { minProperties, maxProperties } = schema;
    if (
      (minProperties !== undefined && keys.length < minProperties) ||
      (maxProperties !== undefined && keys.length > maxProperties)
    )
      this.add({
        code: 'value',
        found: count(keys.length, 'field'),
        wanted: between(minProperties, maxProperties, 'field'),
      });
    if (schema.oneOf !== undefined) this.alternatives(value, schema.oneOf, true);
    if (schema.anyOf !== undefined) this.alternatives(value, schema.anyOf, false);
  }

  private alternatives(value: Record<string, unknown>, options: readonly SchemaNode[], exactly: boolean): void {
    const fitting = options.filter(({ required = [] }) => required.every((name) => isSet(value, name)));
    if (fitting.length === 1 || (!exactly && fitting.length > 1)) return;
    const names = (of: readonly SchemaNode[], joint: string) =>
      of.map(({ required = [] }) => required.map((name) => `\`${name}\``).join(' with ')).join(joint);
    this.add({
      code: 'alternative',
      found: fitting.length === 0 ? 'none of them' : names(fitting, ' and '),
      wanted: `${exactly ? 'exactly' : 'at least'} one of ${names(options, ', ')}`,
    });
  }

  private list(value: readonly unknown[], schema: SchemaNode): void {
    const { items, minItems, maxItems } = schema;
    if ((minItems !== undefined && value.length < minItems) || (maxItems !== undefined && value.length > maxItems))
      this.add({ code: 'value', found: count(value.length, 'item'), wanted: between(minItems, maxItems, 'item') });
    if (items !== undefined) {
      for (let index = 0; index < value.length; index++) {
        this.path.push(index);
        this.node(value[index], items);
        this.path.pop();
      }
    }
    if (value.length > 1 && (schema.listKeys !== undefined || schema.set === true)) {
      for (const { index, wrong } of duplicateItems(value, schema.listKeys)) this.addAt(index, wrong);
    }
  }

  private addAt(step: string | number, wrong: Wrong): void {
    this.path.push(step);
    this.add(wrong);
    this.path.pop();
  }

  private add(wrong: Wrong): void {
    this.issues.push({ ...wrong, path: [...this.path], definition: this.definition });
  }
}

function isSet(value: Record<string, unknown>, name: string): boolean {
  return Object.hasOwn(value, name) && value[name] !== undefined && value[name] !== null;
}

function missing(name: string): Wrong {
  return { code: 'missing', found: 'nothing', wanted: `\`${name}\`` };
}
