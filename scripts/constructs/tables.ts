import type { Reference } from '../api/declarations';
import { docComment } from './doc-comment';
import { allMembers, type OwnedMember } from './inherited';
import { plainType, type TypeLinks, typeCell } from './type-cell';
import { aboutMember } from './undocumented';

/** What Markdown would take for the end of a cell. */
const cell = (text: string) => text.replace(/\|/g, '\\|');

/** What `@throws` says, with the list of codes behind the class. */
export function thrown(what: string, errorsPage: string): string {
  return `Throws ${what.replace(/^ToolError\b/, `[ToolError](${errorsPage})`)}.`;
}

/** The properties of an interface as a table: those that are needed first. */
export function propertyTable(type: Reference, links: TypeLinks, rulesFolder: string): string {
  const members = allMembers(type, links.declarations);
  const rows = [...members.filter(({ optional }) => !optional), ...members.filter(({ optional }) => optional)].map(
    (member) => {
      const fallback = docComment(member.comment).fallback ?? docComment(member.before).fallback;
      const value = member.optional ? shownFallback(fallback) : 'required';
      return `| \`${memberName(member)}\` | ${memberType(member, links)} | ${value} | ${about(member, rulesFolder)} |`;
    },
  );
  return ['| property | type | default | what it does |', '|---|---|---|---|', ...rows].join('\n');
}

/** The attributes and methods of a construct as a table. */
export function offerTable(construct: Reference, links: TypeLinks, rulesFolder: string): string {
  const members = allMembers(construct, links.declarations).filter(({ kind }) => kind !== 'constructor');
  const rows = members.map((member) => {
    return `| \`${memberName(member)}\` | ${memberType(member, links)} | ${about(member, rulesFolder)} |`;
  });
  return ['| name | type | what it is |', '|---|---|---|', ...rows].join('\n');
}

function memberType({ kind, optional, type, owner, name }: OwnedMember, links: TypeLinks): string {
  const shown = kind === 'method' ? type.slice(type.lastIndexOf('):') + 2) : type;
  const absent =
    optional &&
    !name.startsWith('_') &&
    kind === 'property' &&
    links.declarations.textOf(owner)?.startsWith('interface ') !== true;
  return typeCell(absent ? `${shown} | undefined` : shown, owner, links);
}

/** A method with its parameters. */
function memberName({ kind, name, type }: OwnedMember): string {
  return kind === 'method' ? cell(`${name}${plainType(type.slice(0, type.lastIndexOf('):') + 1))}`) : name;
}

/** `- ` begins a sentence; anything else is a value. */
function shownFallback(fallback: string | undefined): string {
  return fallback === undefined ? '' : cell(fallback.replace(/^- /, ''));
}

function about(member: OwnedMember, rulesFolder: string): string {
  const { throws, findings, see } = docComment(member.comment);
  const parts = [
    aboutMember(member) ?? '',
    ...throws.map((what) => thrown(what, '../errors.md')),
    ...findings.map((rule) => `Rule [${rule}](${rulesFolder}/${rule}.md).`),
    ...see.map((address) => `See <${address}>.`),
  ];
  return cell(parts.filter((part) => part !== '').join(' '));
}
