import type { Declarations, Reference } from '../api/declarations';
import { docComment } from './doc-comment';
import { named } from './inherited';

/** How a page shows the types that it names. */
export interface TypeLinks {
  readonly declarations: Declarations;
  /** Where a type of ours is explained, or undefined. */
  readonly placeOf: (type: Reference) => string | undefined;
}

/** A type for a cell of a table: one line, and a link on every name that is explained somewhere. */
export function typeCell(type: string, from: Reference, links: TypeLinks): string {
  const pieces = plainType(type).split(/('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\b[A-Za-z_]\w*\b)/);
  const shown = pieces.map((piece) => (/^[A-Za-z_]/.test(piece) ? nameIn(piece, from, links) : { text: piece }));
  const joined: { text: string; href?: string }[] = [];
  for (const piece of shown) {
    const last = joined.at(-1);
    if (last !== undefined && last.href === undefined && piece.href === undefined) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined.map(({ text, href }) => (href === undefined ? code(text) : `[${code(text)}](${href})`)).join('');
}

/** Without what every property says of itself. */
export function plainType(type: string): string {
  let text = type.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\breadonly /g, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/\b(?:Readonly|Partial)<((?:[^<>]|<(?:[^<>]|<[^<>]*>)*>)*)>/g, '$1');
  }
  return text
    .replace(/\s+/g, ' ')
    .replace(/;(?= \})/g, '')
    .trim();
}

function nameIn(name: string, from: Reference, { declarations, placeOf }: TypeLinks): { text: string; href?: string } {
  const type = named(name, from, declarations);
  if (type === undefined) return { text: name };
  const shown = type.file === 'imports/k8s' ? `k8s.${name}` : name;
  const href = placeOf(type) ?? docComment(declarations.documentedOf(type)?.comment ?? '').see[0];
  return href === undefined ? { text: shown } : { text: shown, href };
}

/** A code span in a table; spaces at its ends stand outside, where Markdown keeps them. */
function code(text: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return inner === '' ? text : `${before}\`${inner.replaceAll('|', '\\|')}\`${after}`;
}
