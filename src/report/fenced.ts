/** Text between fences of Markdown, which are longer than any run of backticks inside. @param text ends with a line break */
export function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}${fence}`;
}
