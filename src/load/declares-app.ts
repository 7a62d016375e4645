const NAME = /\bdefineApp\b/;
/** `defineApp as app`, `defineApp: app`, `app = defineApp;` */
const ALIASES = [/\bdefineApp\s*(?:as\s|:)\s*([\w$]+)/g, /([\w$]+)\s*=\s*defineApp\s*[;,\n]/g];
/** At the beginning of a statement: in a comment it is an example. */
const DEFAULT = String.raw`(?:^|[;}])[ \t]*(?:export\s+default|module\.exports\s*=(?:\s*\{\s*default\s*:)?|exports\.default\s*=)\s*\(*\s*`;

/**
 * Whether the text of a module exports an app by default. A module that helps others to declare theirs does not: it
 * exports a function, or an app by another name.
 */
export function declaresApp(text: string): boolean {
  if (!NAME.test(text)) return false;
  const aliases = ALIASES.flatMap((pattern) => [...text.matchAll(pattern)].map(([, alias = '']) => alias));
  const names = ['defineApp', ...aliases].map((name) => name.replaceAll('$', '\\$'));
  const call = String.raw`(?:[\w$]+\.)*(?:${names.join('|')})\s*(?:<[^;()]*>)?\s*\(`;
  if (new RegExp(DEFAULT + call, 'm').test(text)) return true;
  const made = [...text.matchAll(new RegExp(String.raw`\b([\w$]+)\s*(?::[^=;\n]*)?=\s*${call}`, 'g'))];
  return made.some(([, name = '']) => {
    const own = name.replaceAll('$', '\\$');
    return new RegExp(`${DEFAULT}${own}\\b(?!\\s*[.([])|\\b${own}\\s+as\\s+default\\b`, 'm').test(text);
  });
}
