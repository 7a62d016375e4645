import type { Part, Shape } from '../../charts/shared/property-shape';
import type { Declarations, Reference } from './declarations';
import { type TypeNode, TypeText } from './type-text';

type NameNode = TypeNode & { readonly kind: 'name' };

/** Types that change nothing about the names of properties. */
const TRANSPARENT = new Set(['Readonly', 'Partial', 'Required']);

/** Reads the property names of interfaces, each interface once. */
export class Shapes {
  /** By the name of the interface; null where any object may stand. */
  readonly found = new Map<string, Shape | null>();
  private readonly files = new Map<string, string>();

  constructor(private readonly declarations: Declarations) {}

  /** What may stand where a type is wanted. */
  part(node: TypeNode, from: Reference): Part {
    switch (node.kind) {
      case 'list':
        return wrap('list', this.part(node.item, from));
      case 'union':
        return this.union(node.parts, from);
      case 'members':
        if (node.index !== undefined) return wrap('map', this.part(node.index, from));
        return this.shape(node, from);
      case 'intersection':
        return this.intersection(node.parts, from);
      case 'name':
        return this.named(node, from);
      default:
        return null;
    }
  }

  private union(nodes: readonly TypeNode[], from: Reference): Part {
    const texts = new Map<string, Part>();
    for (const node of nodes.filter((one) => canBeObject(one) && !this.isInstance(one, from))) {
      const part = this.part(node, from);
      const several = part !== null && typeof part === 'object' && 'oneOf' in part ? part.oneOf : [part];
      for (const one of several) texts.set(JSON.stringify(one), one);
    }
    const parts = [...texts.values()];
    if (parts.length === 0 || parts.includes(null)) return null;
    return parts.length === 1 ? (parts[0] ?? null) : { oneOf: parts };
  }

  /** `A & (B | C)` is `A & B | A & C`. */
  private intersection(nodes: readonly TypeNode[], from: Reference): Part {
    const choices = nodes.find((node) => node.kind === 'union');
    if (choices?.kind !== 'union') return this.shape({ kind: 'intersection', parts: nodes }, from);
    const others = nodes.filter((node) => node !== choices);
    const parts = choices.parts.map((part) => ({ kind: 'intersection' as const, parts: [...others, part] }));
    return this.union(parts, from);
  }

  private named(node: NameNode, from: Reference): Part {
    const [first, second] = node.args;
    if (node.name === 'Record' && second !== undefined)
      return this.textsOf(first, from).length === 0
        ? wrap('map', this.part(second, from))
        : (this.shape(node, from) ?? null);
    if (TRANSPARENT.has(node.name) && first !== undefined) return this.part(first, from);
    if (node.name === 'Omit') return this.shape(node, from);
    if (/^(Readonly)?Array$/.test(node.name) && first !== undefined) return wrap('list', this.part(first, from));
    return this.declared(node, from);
  }

  /** A name of ours. A class, and what another package declares, is left alone. */
  private declared(node: NameNode, from: Reference): Part {
    const found = this.find(node.name, from);
    const text = found === undefined ? undefined : this.declarations.textOf(found);
    if (found === undefined || text === undefined || /^(abstract class|class|enum) /.test(text)) return null;
    if (text.startsWith('type ')) return this.part(typeOf(text), found);
    const file = this.files.get(found.name) ?? found.file;
    if (file !== found.file) throw new Error(`two interfaces are called ${found.name}: in ${file} and ${found.file}`);
    if (!this.found.has(found.name)) {
      this.files.set(found.name, found.file);
      this.found.set(found.name, null);
      this.found.set(found.name, this.shape(node, from));
    }
    return found.name;
  }

  private shape(node: TypeNode, from: Reference): Shape | null {
    const { keys, required } = this.keys(node, from);
    return keys.size === 0 ? null : { keys: Object.fromEntries(keys), required: [...required] };
  }

  /** All keys of an object type, those it extends too. */
  private keys(node: TypeNode, from: Reference): Keys {
    if (node.kind === 'members') {
      const keys = new Map(node.members.map(({ name, type }) => [name, this.part(type, from)] as const));
      return { keys, required: new Set(node.members.flatMap((one) => (one.optional ? [] : [one.name]))) };
    }
    if (node.kind === 'intersection') return joined(node.parts.map((part) => this.keys(part, from)));
    if (node.kind !== 'name') throw new Error(`${from.name}: ${JSON.stringify(node)} has no keys`);
    const [first, second] = node.args;
    if (first !== undefined && TRANSPARENT.has(node.name)) return this.keys(first, from);
    if (first !== undefined && second !== undefined && node.name === 'Omit') return this.without(first, second, from);
    if (first !== undefined && second !== undefined && node.name === 'Record') {
      const part = this.part(second, from);
      return { keys: new Map(this.textsOf(first, from).map((key) => [key, part])), required: new Set() };
    }
    return this.keysOfName(node.name, from);
  }

  private without(base: TypeNode, left: TypeNode, from: Reference): Keys {
    const { keys, required } = this.keys(base, from);
    const names = new Set(this.textsOf(left, from));
    const stays = (key: string) => !names.has(key);
    return { keys: new Map([...keys].filter(([key]) => stays(key))), required: new Set([...required].filter(stays)) };
  }

  private keysOfName(name: string, from: Reference): Keys {
    const found = this.find(name, from);
    const text = found === undefined ? undefined : this.declarations.textOf(found);
    if (found === undefined || text === undefined) throw new Error(`${from.name}: ${name} is not declared here`);
    if (text.startsWith('type ')) return this.keys(typeOf(text), found);
    const { parents, body } = interfaceParts(text);
    return joined([...parents.map((parent) => this.keys(parent, found)), this.keys(body, found)]);
  }

  /** `'a' | 'b'`, also behind a name; nothing where any text is meant. */
  private textsOf(node: TypeNode | undefined, from: Reference): readonly string[] {
    if (node === undefined) return [];
    if (node.kind === 'text') return [node.text];
    if (node.kind === 'union') return node.parts.flatMap((part) => this.textsOf(part, from));
    const found = node.kind === 'name' ? this.find(node.name, from) : undefined;
    const text = found === undefined ? undefined : this.declarations.textOf(found);
    return found === undefined || !text?.startsWith('type ') ? [] : this.textsOf(typeOf(text), found);
  }

  /** Of a class, or of a type of another package: what such a value has is its own affair. */
  private isInstance(node: TypeNode, from: Reference): boolean {
    if (node.kind !== 'name' || /^(unknown|any|object|Record|Omit|(Readonly)?Array)$/.test(node.name)) return false;
    if (TRANSPARENT.has(node.name)) return false;
    const found = this.find(node.name, from);
    const text = found === undefined ? undefined : this.declarations.textOf(found);
    return text === undefined || /^(abstract class|class|enum) /.test(text);
  }

  private find(name: string, from: Reference): Reference | undefined {
    if (name === from.name) return from;
    return this.declarations.usedBy(from).find((used) => used.name === name);
  }
}

interface Keys {
  readonly keys: Map<string, Part>;
  readonly required: Set<string>;
}

function typeOf(text: string): TypeNode {
  return new TypeText(text.slice(text.indexOf('=') + 1)).type();
}

/** `interface A extends B, C { … }` */
function interfaceParts(text: string): { readonly parents: readonly TypeNode[]; readonly body: TypeNode } {
  const at = text.indexOf('{');
  const [, parents] = /^interface \w+(?:<.*>)? extends ([\s\S]*)$/.exec(text.slice(0, at).trim()) ?? [];
  const body = new TypeText(text.slice(at)).members();
  if (parents === undefined) return { parents: [], body };
  const all = new TypeText(parents.replace(/,(?![^<]*>)/g, '&')).type();
  return { parents: all.kind === 'intersection' ? all.parts : [all], body };
}

function joined(all: readonly Keys[]): Keys {
  const keys = new Map(all.flatMap((one) => [...one.keys]));
  return { keys, required: new Set(all.flatMap((one) => [...one.required])) };
}

/** A text, a number or nothing has no properties; `string & {}` is any text beside those that an editor proposes. */
function canBeObject(node: TypeNode): boolean {
  if (node.kind === 'text' || node.kind === 'other') return false;
  if (node.kind === 'intersection') return node.parts.every(canBeObject);
  return node.kind !== 'name' || !/^(string|number|boolean|undefined|null|false|true)$/.test(node.name);
}

function wrap(kind: 'list' | 'map', part: Part): Part {
  if (part === null) return null;
  return kind === 'list' ? { list: part } : { map: part };
}
