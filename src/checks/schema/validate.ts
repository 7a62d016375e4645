import type { SchemaNode, SchemaStore } from '../../model/schema';
import { duplicateItems } from './duplicates';
import type { SchemaIssue, Wrong } from './issue';
import { between, count, wrongScalar, wrongType } from './scalars';

/**
 * A schema on its way, with what it leads to looked up once: its JSON is read for every field of every object.
 * What is asked of each value stands in fields of its own, as schemas have all sorts of shapes.
 */
class Step {
  readonly children = new Map<string, Step>();
  items?: Step;
  values?: Step;
  /** Set where there is nothing else to judge. */
  readonly only: 'string' | 'boolean' | undefined;
  /** Whole numbers from the least to the most fit where they have 32 bits; none where the schema asks more. */
  readonly least: number;
  readonly most: number;
  readonly type: SchemaNode['type'] | undefined;
  readonly required: readonly string[] | undefined;
  /** Whether a map or list is judged as a whole, beyond its fields or items. */
  readonly whole: boolean;

  /** @param definition the definition this is; '' for a custom kind's, undefined for a part of one */
  constructor(
    readonly schema: SchemaNode,
    readonly definition: string | undefined,
  ) {
    const { type } = schema;
    const fields = Object.keys(schema);
    this.only = (type === 'string' || type === 'boolean') && fields.length === 1 ? type : undefined;
    const bounded = type === 'integer' && fields.every((field) => BOUNDS.includes(field));
    this.least = bounded ? (schema.minimum ?? Number.NEGATIVE_INFINITY) : Number.NaN;
    this.most = bounded ? (schema.maximum ?? Number.POSITIVE_INFINITY) : Number.NaN;
    this.type = type;
    this.required = schema.required;
    this.whole = WHOLE.some((field) => schema[field] !== undefined);
  }
}

const BOUNDS = ['type', 'format', 'minimum', 'maximum'];
const WHOLE = ['minProperties', 'maxProperties', 'oneOf', 'anyOf', 'minItems', 'maxItems', 'listKeys', 'set'] as const;

const steps = new WeakMap<SchemaStore, Map<string, Step>>();

/** The steps of a store's definitions, those known so far. */
function stepsOf(store: SchemaStore): Map<string, Step> {
  const known = steps.get(store) ?? new Map<string, Step>();
  steps.set(store, known);
  return known;
}

const ANYTHING: SchemaNode = { format: 'any' };

/** Walks objects along their schemas; on the good path it allocates nothing. */
export class Validator {
  private issues: SchemaIssue[] = [];
  /** Where we are: the first `depth` steps of it. */
  private readonly path: (string | number)[] = [];
  private depth = 0;
  /** The definition we are in; '' in what a custom kind defines for itself. */
  private definition = '';

  private readonly definitions: Map<string, Step>;

  constructor(private readonly store: SchemaStore) {
    this.definitions = stepsOf(store);
  }

  /** All issues of one value against one definition. */
  validate(value: unknown, definition: string): readonly SchemaIssue[] {
    this.issues = [];
    this.depth = 0;
    this.definition = '';
    this.node(value, this.stepOf({ ref: definition }));
    return this.issues;
  }

  private stepOf(schema: SchemaNode): Step {
    const { ref } = schema;
    if (ref === undefined) return new Step(schema, undefined);
    const known = this.definitions.get(ref);
    if (known !== undefined) return known;
    const builtIn = this.store.kubernetes.definitions.get(ref);
    const found = builtIn ?? this.store.custom.definitions.get(ref) ?? ANYTHING;
    const step = new Step(found, builtIn === undefined ? '' : ref);
    this.definitions.set(ref, step);
    return step;
  }

  private node(value: unknown, step: Step): void {
    const outer = this.definition;
    if (step.definition !== undefined) this.definition = step.definition;
    if (step.type === 'array' && Array.isArray(value)) this.list(value, step);
    else if (step.type === 'object' && typeof value === 'object' && value !== null && !Array.isArray(value))
      this.map(value as Record<string, unknown>, step);
    else this.scalar(value, step, outer !== '');
    this.definition = outer;
  }

  /**
   * A value that is neither a map nor a list, or should be the other.
   * @param lenient a field of a built-in kind: there the server takes null for "left out"
   */
  private scalar(value: unknown, { type, schema }: Step, lenient: boolean): void {
    if (value === null) {
      if (schema.nullable === true || (lenient && typeof this.path[this.depth - 1] === 'string')) return;
      if (schema.format !== 'any') this.add(wrongType(value, type ?? schema.format));
      return;
    }
    const wrong = type === 'object' || type === 'array' ? wrongType(value, type) : wrongScalar(value, schema);
    if (wrong !== undefined) this.add(wrong);
  }

  private map(value: Record<string, unknown>, step: Step): void {
    // Rendered data inherits nothing that is listed; `for…in` is the quickest way through its keys.
    for (const key in value) {
      const inner = value[key];
      if (inner === undefined) continue;
      const known = step.children.get(key) ?? this.childOf(step, key);
      if (known !== undefined) {
        if (fits(inner, known)) continue;
        this.path[this.depth++] = key;
        this.node(inner, known);
        this.depth -= 1;
      } else if (step.schema.open !== true) this.addAt(key, unknown(key, step.schema));
    }
    if (step.required !== undefined) this.requiredFields(value, step.required);
    if (step.whole) this.wholeMap(value, step.schema);
  }

  private requiredFields(value: Record<string, unknown>, required: readonly string[]): void {
    for (let index = 0; index < required.length; index++) {
      const name = required[index] as string;
      if (!isSet(value, name)) this.addAt(name, missing(name));
    }
  }

  private wholeMap(value: Record<string, unknown>, schema: SchemaNode): void {
    const { minProperties, maxProperties } = schema;
    const size = Object.keys(value).length;
    if ((minProperties !== undefined && size < minProperties) || (maxProperties !== undefined && size > maxProperties))
      this.add({
        code: 'value',
        found: count(size, 'field'),
        wanted: between(minProperties, maxProperties, 'field'),
      });
    if (schema.oneOf !== undefined) this.alternatives(value, schema.oneOf, true);
    if (schema.anyOf !== undefined) this.alternatives(value, schema.anyOf, false);
  }

  private childOf(step: Step, key: string): Step | undefined {
    const { properties, values } = step.schema;
    if (properties !== undefined && Object.hasOwn(properties, key)) {
      const child = this.stepOf(properties[key] as SchemaNode);
      step.children.set(key, child);
      return child;
    }
    if (values === undefined) return undefined;
    step.values ??= this.stepOf(values);
    return step.values;
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

  private list(value: readonly unknown[], step: Step): void {
    const { schema, whole } = step;
    if (whole) this.wholeList(value, schema);
    if (schema.items !== undefined) {
      step.items ??= this.stepOf(schema.items);
      for (let index = 0; index < value.length; index++) {
        if (fits(value[index], step.items)) continue;
        this.path[this.depth++] = index;
        this.node(value[index], step.items);
        this.depth -= 1;
      }
    }
    if (whole && value.length > 1 && (schema.listKeys !== undefined || schema.set === true)) {
      for (const { index, wrong } of duplicateItems(value, schema.listKeys)) this.addAt(index, wrong);
    }
  }

  private wholeList(value: readonly unknown[], { minItems, maxItems }: SchemaNode): void {
    if ((minItems !== undefined && value.length < minItems) || (maxItems !== undefined && value.length > maxItems))
      this.add({ code: 'value', found: count(value.length, 'item'), wanted: between(minItems, maxItems, 'item') });
  }

  private addAt(step: string | number, wrong: Wrong): void {
    this.path[this.depth++] = step;
    this.add(wrong);
    this.depth -= 1;
  }

  private add(wrong: Wrong): void {
    this.issues.push({ ...wrong, path: this.path.slice(0, this.depth), definition: this.definition });
  }
}

/** The plain scalars, which most values are. */
function fits(value: unknown, step: Step): boolean {
  if (typeof value === 'string') return step.only === 'string';
  if (typeof value === 'number') return (value | 0) === value && value >= step.least && value <= step.most;
  return typeof value === step.only;
}

function isSet(value: Record<string, unknown>, name: string): boolean {
  return Object.hasOwn(value, name) && value[name] !== undefined && value[name] !== null;
}

function unknown(key: string, { properties = {} }: SchemaNode): Wrong {
  const known = Object.keys(properties);
  return { code: 'unknown', found: `\`${key}\``, wanted: 'a field that exists', word: key, known };
}

function missing(name: string): Wrong {
  return { code: 'missing', found: 'nothing', wanted: `\`${name}\`` };
}
