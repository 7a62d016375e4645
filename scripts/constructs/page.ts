import type { Declarations, Reference } from '../api/declarations';
import { docComment } from './doc-comment';
import type { Exported } from './exported';
import { isJoined } from './inherited';
import type { RenderExample, RenderedExample } from './rendered';
import { offerTable, propertyTable, thrown } from './tables';
import { plainType, type TypeLinks } from './type-cell';
import { keyOf, typesBelow } from './types';

const RULES = '../rules';

/** The page of one construct. @param pages names of all constructs that have a page */
export function constructPage(
  construct: Exported,
  props: Reference,
  pages: readonly string[],
  declarations: Declarations,
  render: RenderExample,
): string {
  const { name, reference } = construct;
  const types = typesBelow([reference, props], declarations).filter((type) => keyOf(type) !== keyOf(props));
  const explained = new Map([...types, props].map((type) => [keyOf(type), `#${type.name.toLowerCase()}`]));
  const placeOf = (type: Reference) =>
    explained.get(keyOf(type)) ?? (pages.includes(type.name) && type.name !== name ? `${type.name}.md` : undefined);
  const links: TypeLinks = { declarations, placeOf };
  const { text, throws, findings, see, example } = docComment(construct.comment);
  return [
    `# ${name}`,
    text,
    ...throws.map((what) => thrown(what, '../errors.md')),
    ...(findings.length === 0
      ? []
      : [`Rules: ${findings.map((rule) => `[${rule}](${RULES}/${rule}.md)`).join(', ')}.`]),
    ...(see.length === 0 ? [] : [`See ${see.map((address) => `<${address}>`).join(', ')}.`]),
    code('ts', example ?? ''),
    ...renderedText(render(name, example ?? '')),
    `## ${props.name}`,
    propertyTable(props, links, RULES),
    '## What it offers',
    offerTable(reference, links, RULES),
    ...types.flatMap((type) => typeSection(type, links, RULES)),
    'All constructs: [constructs](../constructs.md).',
  ].join('\n\n');
}

/** What the example renders, folded away. */
function renderedText(rendered: RenderedExample | undefined): readonly string[] {
  if (rendered === undefined) return [];
  const { where, yaml } = rendered;
  return [
    `<details><summary>The YAML that it renders (environment ${where} of this repository)</summary>`,
    code('yaml', yaml),
    '</details>',
  ];
}

export function typeSection(type: Reference, links: TypeLinks, rulesFolder: string): readonly string[] {
  const { comment = '', text = '' } = links.declarations.documentedOf(type) ?? {};
  const about = docComment(comment);
  return [
    `## ${type.name}`,
    ...[about.text, ...about.see.map((address) => `See <${address}>.`)].filter((part) => part !== ''),
    text.startsWith('interface ') || isJoined(type, links.declarations)
      ? propertyTable(type, links, rulesFolder)
      : code('typescript', `${plainAlias(text)};`),
  ];
}

/** A type alias as its source shows it, but for `readonly`. */
function plainAlias(text: string): string {
  const shown = text.replace(/\breadonly /g, '').replace(/;$/, '');
  return shown.includes('\n') ? shown : plainType(shown);
}

export function code(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
