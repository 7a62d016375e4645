import { oneLine } from '../grammar/visible-text';

/** A name as code: the fence is longer than any run of backticks inside. */
export function inlineCode(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

/** A sentence whose `code` stays code, and of which nothing else is read as Markdown or HTML. */
export function inlineText(text: string): string {
  return oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]<>|~#]/g, '\\$&')))
    .join('');
}
