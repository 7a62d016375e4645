import type { Declarations, Reference } from '../api/declarations';
import { typeOf } from '../api/interface-parts';
import type { TypeNode } from '../api/type-text';
import { type Member, membersOf } from './members';

/** A member, and the declaration that it stands in. */
export interface OwnedMember extends Member {
  /** The comment of the member that it replaces, which counts where its own says nothing. */
  readonly before: string;
  readonly owner: Reference;
}

/** All members of an interface or a class of ours, its own first; they replace those of its parents. */
export function allMembers(reference: Reference, declarations: Declarations): readonly OwnedMember[] {
  const text = declarations.documentedOf(reference)?.text;
  if (text === undefined) return [];
  const alias = declarations.textOf(reference) ?? '';
  if (text.startsWith('type ')) return isOfNames(alias) ? joinedMembers(typeOf(alias), reference, declarations) : [];
  const inherited = parentsOf(text).flatMap(({ name, only, without, partial }) => {
    const parent = named(name, reference, declarations);
    if (parent === undefined) return [];
    const members = allMembers(parent, declarations).filter(
      (member) => !without.includes(member.name) && only?.includes(member.name) !== false,
    );
    return partial ? members.map((member) => ({ ...member, optional: true })) : members;
  });
  const own = membersOf(text).map((member) => ({
    ...member,
    before: inherited.find(({ name }) => name === member.name)?.comment ?? '',
    owner: reference,
  }));
  return [...own, ...inherited.filter(({ name }) => own.every((member) => member.name !== name))];
}

/** Whether a type alias puts interfaces together: a page shows it as one table. */
export function isJoined(reference: Reference, declarations: Declarations): boolean {
  const text = declarations.textOf(reference) ?? '';
  return isOfNames(text) && typeOf(text).kind === 'intersection' && allMembers(reference, declarations).length > 0;
}

/** An alias of names alone, with no members or mapped keys of its own. */
function isOfNames(text: string): boolean {
  return /^type \w+ = [^[{]*$/.test(text);
}

/** Those of `A & (B | C)`: what only some of several have can be left out. */
function joinedMembers(node: TypeNode, from: Reference, declarations: Declarations): readonly OwnedMember[] {
  if (node.kind === 'name') {
    // These must not be given.
    const found = node.name === 'Without' ? undefined : named(node.name, from, declarations);
    return found === undefined ? [] : allMembers(found, declarations);
  }
  if (node.kind !== 'intersection' && node.kind !== 'union') return [];
  const parts = node.parts.map((part) => joinedMembers(part, from, declarations));
  const members = [...new Map(parts.flat().map((member) => [member.name, member] as const)).values()];
  if (node.kind === 'intersection') return members;
  const isInAll = (name: string) => parts.every((part) => part.some((member) => member.name === name));
  return members.map((member) => (isInAll(member.name) ? member : { ...member, optional: true }));
}

/** The declaration of ours that a name stands for in another one. */
export function named(name: string, from: Reference, declarations: Declarations): Reference | undefined {
  return declarations.usedBy(from).find((used) => used.name === name);
}

/** What an interface extends. */
interface Parent {
  readonly name: string;
  /** The keys that it takes; undefined means all. */
  readonly only: readonly string[] | undefined;
  /** Keys that it leaves out. */
  readonly without: readonly string[];
  /** Whether all may be left out. */
  readonly partial: boolean;
}

/** `extends A, Omit<B, 'c'>, Pick<D, 'e'>` → A, B without c, and of D e only. */
function parentsOf(text: string): readonly Parent[] {
  const [, list = ''] = /^[^{]*?\bextends ([^{]*?)(?: implements [^{]*)?\s*\{/.exec(text) ?? [];
  return [...list.matchAll(/(Partial<)?(Omit|Pick)<(\w+), ([^>]*)>|(\w+)/g)].map(
    ([, partial, how, from, list = '', name]) => {
      const keys = [...list.matchAll(/'([^']+)'/g)].map(([, key = '']) => key);
      return {
        name: from ?? name ?? '',
        only: how === 'Pick' ? keys : undefined,
        without: how === 'Omit' ? keys : [],
        partial: partial !== undefined,
      };
    },
  );
}
