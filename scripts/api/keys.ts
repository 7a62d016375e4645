import { kindsOfAny, wordsOfAny } from '../../charts/shared/any-of-shapes';
import type { Part, Shape } from '../../charts/shared/property-part';
import type { Declarations, Reference } from './declarations';
import { interfaceParts, typeOf } from './interface-parts';
import { KindReader, type Taken } from './kinds';
import type { TypeNode } from './type-text';

type NameNode = TypeNode & { kind: 'name' };

/** Finds the keys of object types, those they extend too. */
export class Keys {
  private readonly kinds: KindReader;

  constructor(
    private readonly declarations: Declarations,
    private readonly part: (node: TypeNode, from: Reference) => Part,
  ) {
    this.kinds = new KindReader(declarations);
  }

  of(node: TypeNode, from: Reference): Shape {
    if (node.kind === 'members') {
      const keys = Object.fromEntries(node.members.map(({ name, type }) => [name, this.part(type, from)]));
      const required = node.members.filter(({ optional }) => !optional).map(({ name }) => name);
      const taken = node.members.map(
        ({ name, method, type }) => [name, method ? undefined : this.kinds.of(type, from)] as const,
      );
      return shapeOf(keys, required, taken);
    }
    if (node.kind === 'intersection') return joined(node.parts.map((part) => this.of(part, from)));
    if (node.kind === 'union') return eitherOf(node.parts.map((part) => this.of(part, from)));
    if (node.kind !== 'name') throw new Error(`${from.file} ${from.name}: ${JSON.stringify(node)} has no keys`);
    return this.ofUtility(node, from) ?? this.ofDeclared(node, from);
  }

  /** Of an interface; one with methods stands for an instance of a class. */
  ofInterface(node: NameNode, from: Reference): Part {
    const text = this.textOf(node.name, from)?.text ?? '';
    const { body } = interfaceParts(text);
    if (body.kind === 'members' && body.members.some(({ method }) => method)) return { instance: true };
    return this.of(node, from);
  }

  /** Whether it is a Record of names, or an Omit: a type without a name of its own. */
  hasOwnKeys({ name, args: [first] }: NameNode, from: Reference): boolean {
    if (name === 'Omit' || name === 'Pick') return true;
    return name === 'Record' && first !== undefined && this.texts(first, from).length > 0;
  }

  /** `'a' | 'b'`, also behind a name; nothing where any text is meant. */
  texts(node: TypeNode, from: Reference): readonly string[] {
    if (node.kind === 'text') return [node.text];
    if (node.kind === 'union') return node.parts.flatMap((part) => this.texts(part, from));
    const found = node.kind === 'name' ? this.textOf(node.name, from) : undefined;
    return found?.text.startsWith('type ') === true ? this.texts(typeOf(found.text), found.at) : [];
  }

  private ofUtility({ name, args: [first, second] }: NameNode, from: Reference): Shape | undefined {
    if (first === undefined) return undefined;
    // These must not be given.
    if (name === 'Without') return { keys: {}, required: [] };
    if (name === 'Partial') return { ...this.of(first, from), required: [] };
    if (name === 'Readonly' || name === 'Required') return this.of(first, from);
    if (second === undefined) return undefined;
    if (name === 'Record') {
      const part = this.part(second, from);
      const required = this.texts(first, from);
      const taken = this.kinds.of(second, from);
      return shapeOf(
        Object.fromEntries(required.map((key) => [key, part])),
        required,
        required.map((key) => [key, taken]),
      );
    }
    if (name !== 'Omit' && name !== 'Pick') return undefined;
    const named = new Set(this.texts(second, from));
    const stays = (key: string) => named.has(key) === (name === 'Pick');
    const shape = this.of(first, from);
    const remaining = Object.fromEntries(Object.entries(shape.keys).filter(([key]) => stays(key)));
    return shapeOf(
      remaining,
      shape.required.filter(stays),
      Object.keys(remaining).map((key) => [key, takenAt(shape, key)]),
    );
  }

  private ofDeclared({ name }: NameNode, from: Reference): Shape {
    const found = this.textOf(name, from);
    if (found === undefined) throw new Error(`${from.file} ${from.name}: ${name} is not declared here`);
    if (found.text.startsWith('type ')) return this.of(typeOf(found.text), found.at);
    const { parents, body } = interfaceParts(found.text);
    return joined([...parents.map((parent) => this.of(parent, found.at)), this.of(body, found.at)]);
  }

  private textOf(name: string, from: Reference): { readonly text: string; readonly at: Reference } | undefined {
    const at = this.declarations.find(name, from);
    const text = at === undefined ? undefined : this.declarations.textOf(at);
    return at === undefined || text === undefined ? undefined : { text, at };
  }
}

function joined(all: readonly Shape[]): Shape {
  const keys = Object.fromEntries(all.flatMap((one) => Object.entries(one.keys)));
  const taken = all.flatMap((one) => Object.keys(one.keys).map((key) => [key, takenAt(one, key)] as const));
  return shapeOf(keys, [...new Set(all.flatMap((one) => one.required))], taken);
}

function takenAt({ kinds, words }: Shape, key: string): Taken | undefined {
  const [kind, closed] = [kinds?.[key], words?.[key]];
  return kind === undefined ? undefined : { kinds: kind, ...(closed === undefined ? {} : { words: closed }) };
}

/** The last kinds of a key count, as its last part does. */
function shapeOf(
  keys: Shape['keys'],
  required: readonly string[],
  taken: readonly (readonly [key: string, taken: Taken | undefined])[],
): Shape {
  const last = [...new Map(taken)];
  const kinds = last.flatMap(([key, found]) => (found === undefined ? [] : [[key, found.kinds]]));
  const words = last.flatMap(([key, found]) => (found?.words === undefined ? [] : [[key, found.words]]));
  return {
    keys,
    required,
    ...(kinds.length === 0 ? {} : { kinds: Object.fromEntries(kinds) }),
    ...(words.length === 0 ? {} : { words: Object.fromEntries(words) }),
  };
}

/** The keys of all; those are required that all require. What excludes each other, the compiler says, and the construct. */
function eitherOf(all: readonly Shape[]): Shape {
  const { keys, required } = joined(all);
  const either = { keys, required, kinds: kindsOfAny(all), words: wordsOfAny(all) };
  return shapeOf(
    keys,
    required.filter((key) => all.every((one) => one.required.includes(key))),
    Object.keys(keys).map((key) => [key, takenAt(either, key)]),
  );
}
