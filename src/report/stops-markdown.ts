import { fenced } from './fenced';

/** For a comment on a pull request, in the place of a result that could not be made. @param text what is told to people */
export function stopsMarkdown(command: string, text: string): string {
  return `\`${command}\` was stopped:\n\n${fenced(`${text}\n`)}\n`;
}
