import type { Words } from '../../charts/shared/property-part';
import type { Declarations, Reference } from './declarations';
import { typeOf } from './interface-parts';
import type { TypeNode } from './type-text';

/** What is written of a property: its kinds, such as `s`, `ns` or `l:s`, and its words where they are a closed list. */
export interface Taken {
  readonly kinds: string;
  readonly words?: Words;
}

/** What a value of a type may be, and what its items may be where it is a list or a map; undefined where anything may. */
interface Kinds {
  readonly own: ReadonlySet<string>;
  readonly items?: ReadonlySet<string>;
  /** The texts that it may be; undefined where it may be any, and empty where it may not be a text. */
  readonly words: ReadonlySet<string> | undefined;
  readonly itemWords?: ReadonlySet<string> | undefined;
}

/** By the names of types that every program has. None can be written where there is no letter. */
const NAMED: Readonly<Record<string, string>> = {
  string: 's',
  number: 'n',
  boolean: 'b',
  true: 'b',
  false: 'b',
  null: 'z',
  undefined: '',
  never: '',
  Mistake: '',
  Without: 'o',
  Omit: 'o',
  Pick: 'o',
};
const TRANSPARENT: ReadonlySet<string> = new Set(['Readonly', 'Partial', 'Required']);
const LISTS: ReadonlySet<string> = new Set(['ReadonlyArray', 'Array']);

/** Reads what `charts/shared/property-part.ts` calls the kinds of a property. */
export class KindReader {
  /** Types that are read now: one that holds itself holds objects. */
  private readonly open = new Set<string>();

  constructor(private readonly declarations: Declarations) {}

  /** Undefined where anything may be given. */
  of(node: TypeNode, from: Reference): Taken | undefined {
    const kinds = this.kinds(node, from);
    if (kinds === undefined || kinds.own.size === 0) return undefined;
    const text = [...kinds.own].sort().join('');
    const items = [...(kinds.items ?? [])].sort().join('');
    const words = wordsOf(kinds);
    return { kinds: items === '' ? text : `${text}:${items}`, ...(words === undefined ? {} : { words }) };
  }

  private kinds(node: TypeNode, from: Reference): Kinds | undefined {
    switch (node.kind) {
      case 'text':
        return { own: new Set('s'), words: new Set([node.text]) };
      case 'other':
        return node.scalar === undefined ? undefined : of(node.scalar);
      case 'list':
        return holding('l', this.kinds(node.item, from));
      case 'members':
        return node.index === undefined ? of('o') : holding('o', this.kinds(node.index, from));
      case 'union':
        return this.union(node.parts, from);
      case 'intersection':
        return this.intersection(node.parts, from);
      default:
        return this.ofName(node, from);
    }
  }

  private union(nodes: readonly TypeNode[], from: Reference): Kinds | undefined {
    const own = new Set<string>();
    const items = new Set<string>();
    let words: Kinds['words'] = NONE;
    let itemWords: Kinds['words'] = NONE;
    // Items of one member are those of all only where no other has items of any kind.
    let anyItems = false;
    for (const node of nodes) {
      const kinds = this.kinds(node, from);
      if (kinds === undefined) return undefined;
      for (const kind of kinds.own) own.add(kind);
      for (const kind of kinds.items ?? []) items.add(kind);
      words = both(words, kinds.words);
      if (kinds.items !== undefined) itemWords = both(itemWords, kinds.itemWords);
      if (kinds.items === undefined && (kinds.own.has('o') || kinds.own.has('l'))) anyItems = true;
    }
    return anyItems ? { own, words } : { own, items, words, itemWords };
  }

  /** `string & {}` is text; other intersections are of objects. */
  private intersection(nodes: readonly TypeNode[], from: Reference): Kinds | undefined {
    const all = nodes.map((node) => this.kinds(node, from));
    const scalar = all.find((kinds) => kinds !== undefined && !kinds.own.has('o') && !kinds.own.has('l'));
    if (scalar !== undefined) return scalar;
    return all.some((kinds) => kinds === undefined || kinds.own.size > 1) ? undefined : of('o');
  }

  private ofName(node: TypeNode & { kind: 'name' }, from: Reference): Kinds | undefined {
    const letter = NAMED[node.name];
    if (letter !== undefined) return letter === '' ? { own: new Set(), words: NONE } : of(letter);
    const [first, second] = node.args;
    if (node.name === 'Record' && second !== undefined) return holding('o', this.kinds(second, from));
    if (first !== undefined && TRANSPARENT.has(node.name)) return this.kinds(first, from);
    if (first !== undefined && LISTS.has(node.name)) return holding('l', this.kinds(first, from));
    return this.ofDeclaration(node.name, from);
  }

  private ofDeclaration(name: string, from: Reference): Kinds | undefined {
    const found = this.declarations.find(name, from);
    const text = found === undefined ? undefined : this.declarations.textOf(found);
    if (found === undefined || text === undefined) return undefined;
    if (text.startsWith('enum ')) return of('s');
    if (!text.startsWith('type ')) return of('o');
    const key = `${found.file} ${found.name}`;
    if (this.open.has(key)) return of('o');
    this.open.add(key);
    const kinds = this.kinds(typeOf(text), found);
    this.open.delete(key);
    return kinds;
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Text is any text. */
function of(kind: string): Kinds {
  return { own: new Set([kind]), words: kind === 's' ? undefined : NONE };
}

/** Whose items are of kinds that are known; those of items are not told apart. */
function holding(kind: string, items: Kinds | undefined): Kinds {
  return { ...of(kind), ...(items === undefined ? {} : { items: items.own, itemWords: items.words }) };
}

function both(some: Kinds['words'], others: Kinds['words']): Kinds['words'] {
  return some === undefined || others === undefined ? undefined : new Set([...some, ...others]);
}

/** Nothing where any text may be given. */
function wordsOf({ words, itemWords }: Kinds): Words | undefined {
  if (words === undefined) return undefined;
  const own = words.size === 0 ? {} : { own: [...words] };
  const items = itemWords === undefined || itemWords.size === 0 ? {} : { items: [...itemWords] };
  const all = { ...own, ...items };
  return Object.keys(all).length === 0 ? undefined : all;
}
