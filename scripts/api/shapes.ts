import type { Part } from '../../charts/shared/property-part';
import { byCodeUnit } from '../../src/model/order';
import type { Declarations, Reference } from './declarations';
import { typeOf } from './interface-parts';
import { Keys } from './keys';
import type { TypeNode } from './type-text';

const INSTANCE = { instance: true } as const;

/** What is never an object; no value is a Mistake. */
const SCALAR = /^(string|number|boolean|undefined|null|false|true|never|symbol|bigint|Mistake)$/;

/** A class, or what every construct of somebody has. */
const CLASS = /^(?:(?:abstract )?class |interface [^{]*\bextends [^{]*\b\w*Construct\b)/;

/** Another name for the same keys. */
const TRANSPARENT: ReadonlySet<string> = new Set(['Readonly', 'Partial', 'Required']);

/** Reads which properties a type has, each interface once and by its name. */
export class Shapes {
  private readonly named = new Map<string, Part>();
  private readonly owners = new Map<string, string>();
  private readonly keys: Keys;

  constructor(private readonly declarations: Declarations) {
    this.keys = new Keys(declarations, (node, from) => this.part(node, from));
  }

  /** What was read, in the order of the names. */
  table(): Readonly<Record<string, Part>> {
    return Object.fromEntries([...this.named].sort(([a], [b]) => byCodeUnit(a, b)));
  }

  /** What a value of the type may hold; null where that is not ours to say, and where it is never an object. */
  part(node: TypeNode, from: Reference): Part {
    const part = this.objectPart(node, from) ?? null;
    return part !== null && typeof part === 'object' && 'list' in part && part.list === null ? null : part;
  }

  /** Undefined where it is never an object. */
  private objectPart(node: TypeNode, from: Reference): Part | undefined {
    switch (node.kind) {
      case 'list':
        return { list: this.part(node.item, from) };
      case 'union':
        return this.union(node.parts, from);
      case 'members':
        if (node.index !== undefined) return mapOf(this.part(node.index, from));
        return node.members.some(({ method }) => method) ? INSTANCE : this.keys.of(node, from);
      case 'intersection':
        return this.intersection(node.parts, from);
      case 'name':
        return SCALAR.test(node.name) ? undefined : this.ofName(node, from);
      default:
        return undefined;
    }
  }

  private union(nodes: readonly TypeNode[], from: Reference): Part | undefined {
    const parts = nodes.flatMap((node) => {
      const part = this.objectPart(node, from);
      if (part === undefined) return [];
      return part !== null && typeof part === 'object' && 'oneOf' in part ? part.oneOf : [part];
    });
    const distinct = [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
    return distinct.length > 1 ? { oneOf: distinct } : distinct[0];
  }

  /** `A & (B | C)` is `A & B | A & C`. */
  private intersection(nodes: readonly TypeNode[], from: Reference): Part | undefined {
    // `string & {}`: any text, beside the ones that an editor proposes.
    if (nodes.some((node) => node.kind === 'name' && SCALAR.test(node.name))) return undefined;
    const choices = nodes.find((node) => node.kind === 'union');
    if (choices?.kind !== 'union') return this.keys.of({ kind: 'intersection', parts: nodes }, from);
    const others = nodes.filter((node) => node !== choices);
    return this.union(
      choices.parts.map((part) => ({ kind: 'intersection', parts: [...others, part] })),
      from,
    );
  }

  private ofName(node: TypeNode & { kind: 'name' }, from: Reference): Part | undefined {
    const [first, second] = node.args;
    if (node.name === 'Record' && first !== undefined && second !== undefined)
      return this.keys.texts(first, from).length === 0 ? mapOf(this.part(second, from)) : this.keys.of(node, from);
    if (node.name === 'Omit' || node.name === 'Pick') return this.keys.of(node, from);
    if (first !== undefined && TRANSPARENT.has(node.name)) {
      const isRecord = first.kind === 'name' && this.keys.hasOwnKeys(first, from);
      return isRecord ? this.keys.of(node, from) : this.objectPart(first, from);
    }
    if (first !== undefined && /^(ReadonlyArray|Array)$/.test(node.name)) return { list: this.part(first, from) };
    return this.ofDeclaration(node, from);
  }

  private ofDeclaration(node: TypeNode & { kind: 'name' }, from: Reference): Part | undefined {
    const found = this.declarations.find(node.name, from);
    const text = found === undefined ? undefined : this.declarations.textOf(found);
    if (found === undefined || text === undefined) return null;
    if (text.startsWith('enum ')) return undefined;
    if (CLASS.test(text)) return INSTANCE;
    if (text.startsWith('type ')) {
      const alias = typeOf(text);
      const part = this.objectPart(alias, found);
      const isObject = part !== null && typeof part === 'object';
      const isRow = isObject && ('oneOf' in part || (alias.kind === 'intersection' && 'keys' in part));
      return isRow ? this.row(found, () => part) : part;
    }
    return this.row(found, () => this.keys.ofInterface(node, from));
  }

  /** Writes it down once, by its name. */
  private row({ name, file }: Reference, read: () => Part): string {
    const owner = this.owners.get(name);
    if (owner !== undefined && owner !== file)
      throw new Error(`${file} and ${owner} both declare ${name}: give one of them another name`);
    if (owner === undefined) {
      this.owners.set(name, file);
      this.named.set(name, read());
    }
    return name;
  }
}

function mapOf(map: Part): Part {
  return map === null ? null : { map };
}
