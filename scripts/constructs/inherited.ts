import type { Declarations, Reference } from '../api/declarations';
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
  const inherited = parentsOf(text).flatMap(({ name, without }) => {
    const parent = named(name, reference, declarations);
    if (parent === undefined) return [];
    return allMembers(parent, declarations).filter((member) => !without.includes(member.name));
  });
  const own = membersOf(text).map((member) => ({
    ...member,
    before: inherited.find(({ name }) => name === member.name)?.comment ?? '',
    owner: reference,
  }));
  return [...own, ...inherited.filter(({ name }) => own.every((member) => member.name !== name))];
}

/** The declaration of ours that a name stands for in another one. */
export function named(name: string, from: Reference, declarations: Declarations): Reference | undefined {
  return declarations.usedBy(from).find((used) => used.name === name);
}

/** `extends A, Omit<B, 'c'>` → A, and B without c. */
function parentsOf(text: string): readonly { readonly name: string; readonly without: readonly string[] }[] {
  const [, list = ''] = /^[^{]*?\bextends ([^{]*?)(?: implements [^{]*)?\s*\{/.exec(text) ?? [];
  return [...list.matchAll(/Omit<(\w+), ([^>]*)>|(\w+)/g)].map(([, from, keys = '', name]) => ({
    name: from ?? name ?? '',
    without: [...keys.matchAll(/'([^']+)'/g)].map(([, key = '']) => key),
  }));
}
