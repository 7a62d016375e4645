import type { HasNode } from '../../src/model/environment-context';
import { didYouMean } from '../../src/model/suggest';
import { Problems } from './problems';
import { PROPERTY_NAMES, type TakenProperties } from './property-names';
import type { Part, Shape } from './property-shape';

/**
 * Refuses properties that nothing reads, at any depth: without a type check they would vanish, and what is rendered
 * would be what it is without them. What is wrong beside that may follow from them, so they are told alone.
 * @param own the class that the properties are of; one that extends it may have further ones of its own
 * @throws ToolError APP_RENDER with all of them
 */
export function requireKnown(construct: HasNode, name: TakenProperties, properties: object, own?: object): void {
  const problems = new Problems(construct);
  const isOwn = own === undefined || construct.constructor === own;
  for (const unknown of unknownProperties(name, properties)) {
    if (!isOwn && !/[.[]/.test(unknown.path)) continue;
    const { message, fix } = unknownProblem(unknown);
    problems.add(message, fix);
  }
  problems.raise();
}

/** What is said of an unknown property, and the repair. */
export function unknownProblem({ path, keys }: UnknownProperty): { readonly message: string; readonly fix: string } {
  const key = path.slice(path.lastIndexOf('.') + 1);
  const names = Object.keys(keys);
  return {
    message: `there is no property ${path}: it would be left out in silence.${didYouMean(key, names)}`,
    fix: `use one of: ${names.join(', ')}.`,
  };
}

/** A property that nothing reads, and the names that are read in its place. */
export interface UnknownProperty {
  readonly path: string;
  readonly keys: Shape['keys'];
}

export function unknownProperties(
  part: Part,
  value: unknown,
  named: (name: string) => Part = (name) => PROPERTY_NAMES[name] ?? null,
): readonly UnknownProperty[] {
  const found: UnknownProperty[] = [];
  new Judge(named, found).judge(part, value, '');
  return found;
}

class Judge {
  constructor(
    private readonly named: (name: string) => Part,
    private readonly found: UnknownProperty[],
  ) {}

  judge(written: Part, value: unknown, path: string): void {
    const part = typeof written === 'string' ? this.named(written) : written;
    if (part === null || typeof part === 'string' || typeof value !== 'object' || value === null) return;
    if ('oneOf' in part) this.judgeOneOf(part.oneOf, value, path);
    else if ('list' in part) this.judgeItems(part.list, value, path);
    else if (!isPlain(value)) return;
    else if ('map' in part)
      for (const [key, item] of Object.entries(value)) this.judge(part.map, item, `${path}.${key}`);
    else this.judgeKeys(part.keys, value, path);
  }

  private judgeItems(part: Part, value: object, path: string): void {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) this.judge(part, item, `${path}[${index}]`);
  }

  private judgeKeys(keys: Shape['keys'], value: object, path: string): void {
    for (const [key, item] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      if (Object.hasOwn(keys, key)) this.judge(keys[key] ?? null, item, at);
      else if (item !== undefined) this.found.push({ path: at, keys });
    }
  }

  /** By the members that the value can be. Where no member fits, by all of them, so that a misspelt name is told. */
  private judgeOneOf(parts: readonly Part[], value: object, path: string): void {
    const all = parts.map((part) => (typeof part === 'string' ? this.named(part) : part));
    const list = all.find((part) => isList(part)) ?? null;
    if (Array.isArray(value)) return this.judge(list, value, path);
    const shapes = all.filter((part): part is Shape => part !== null && typeof part === 'object' && 'keys' in part);
    if (shapes.length + all.filter(isList).length < all.length || !isPlain(value)) return;
    const complete = shapes.filter(({ required }) => required.every((key) => key in value));
    const candidates = complete.length === 0 ? shapes : complete;
    this.judgeKeys(Object.assign({}, ...candidates.map(({ keys }) => keys)) as Shape['keys'], value, path);
  }
}

function isList(part: Part): boolean {
  return part !== null && typeof part === 'object' && 'list' in part;
}

/** An instance of a class is a construct, or a value of cdk8s or cdk8s-plus: what it has beside is its own affair. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
