import type { Declarations, Reference } from '../api/declarations';
import { allMembers, isJoined, named } from './inherited';

/** The types of ours that a page has to explain, in the order in which a reader meets them. */
export function typesBelow(starts: readonly Reference[], declarations: Declarations): readonly Reference[] {
  const seen = new Set(starts.map(keyOf));
  const found: Reference[] = [];
  for (let queue = [...starts]; queue.length > 0; ) {
    const next: Reference[] = [];
    for (const type of queue.flatMap((reference) => namedBy(reference, declarations))) {
      if (seen.has(keyOf(type)) || !isExplained(type, declarations)) continue;
      seen.add(keyOf(type));
      found.push(type);
      next.push(type);
    }
    queue = next;
  }
  return found;
}

/** The types that its members name; those of a type alias or a function stand in its text. */
function namedBy(reference: Reference, declarations: Declarations): readonly Reference[] {
  const text = declarations.textOf(reference) ?? '';
  if (/^(type|function|const) /.test(text) && !isJoined(reference, declarations)) return declarations.usedBy(reference);
  return allMembers(reference, declarations)
    .filter(({ kind }) => kind !== 'constructor')
    .flatMap(({ type, owner }) =>
      [...type.matchAll(/\b[A-Z]\w*\b/g)].flatMap(([name]) => {
        const used = named(name, owner, declarations);
        return used === undefined ? [] : [used];
      }),
    );
}

/** Constructs have pages, upstream's types are explained upstream, and an environment is what docs/settings.md explains. */
function isExplained({ file, name }: Reference, declarations: Declarations): boolean {
  if (file.startsWith('imports/') || name === '*' || name === 'EksEnvironment') return false;
  return /^(interface|type) /.test(declarations.textOf({ file, name }) ?? '');
}

export function keyOf({ file, name }: Reference): string {
  return `${file}#${name}`;
}
