import { byCodeUnit } from '../../src/model/order';
import type { Declarations, Reference } from '../api/declarations';
import { docComment } from './doc-comment';
import { allMembers, isJoined, type OwnedMember } from './inherited';

/** What a page would show without a word: types, and members of interfaces and classes. */
export function undocumented(types: readonly Reference[], declarations: Declarations): readonly string[] {
  const missing = types.flatMap((type) => [
    ...(isExplained(type, declarations) ? [] : [`${type.name} of ${type.file}`]),
    ...(declarations.textOf(type)?.startsWith('type ') === true && !isJoined(type, declarations)
      ? []
      : membersWithout(type, declarations)),
  ]);
  return [...new Set(missing)].sort(byCodeUnit);
}

function membersWithout(type: Reference, declarations: Declarations): readonly string[] {
  return allMembers(type, declarations)
    .filter((member) => member.kind !== 'constructor' && aboutMember(member) === undefined)
    .map(({ name, owner }) => `${owner.name}.${name} of ${owner.file}`);
}

/** The properties of a construct are explained by the construct. */
function isExplained(type: Reference, declarations: Declarations): boolean {
  return type.name.endsWith('Props') || declarations.documentedOf(type)?.comment !== '';
}

const OBJECT = /^Kube([A-Za-z]+?)(?:V\d\w*)?( \| undefined)?$/;

/** What a member is for; an object of Kubernetes that a construct has made says it by its type. */
export function aboutMember({ comment, before, type, optional }: OwnedMember): string | undefined {
  const text = docComment(comment).text || docComment(before).text;
  const [, kind, orNot] = OBJECT.exec(type) ?? [];
  if (text !== '') return text;
  if (kind === undefined) return undefined;
  return `The ${kind}${optional || orNot !== undefined ? '; absent where none is made' : ''}.`;
}
