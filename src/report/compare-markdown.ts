import { type Comparison, EXPLANATIONS } from '../model/comparison/comparison';
import { fieldsText, GROUP_TEXT, notesText, outcomeOf } from './compare-text';
import { fenced } from './fenced';

/** Most characters of a comment that every forge takes. */
const LONGEST = 60_000;

/** For a comment: what is left stands open, the rest is folded. */
export function compareMarkdown(comparison: Comparison): string {
  let room = LONGEST;
  const parts = EXPLANATIONS.flatMap((explanation) => {
    const fields = comparison.fields.filter((one) => one.explanation === explanation);
    if (fields.length === 0) return [];
    const text = shortened(fieldsText(fields), room);
    room = Math.max(0, room - text.length);
    const title = GROUP_TEXT[explanation];
    if (explanation === 'left') return [`**${title}**\n\n${fenced(text)}`];
    return [`<details><summary>${title} (${fields.length})</summary>\n\n${fenced(text)}\n\n</details>`];
  });
  const notes = notesText(comparison);
  return `${[`${outcomeOf(comparison)}.`, ...parts, ...(notes === '' ? [] : [fenced(notes)])].join('\n\n')}\n`;
}

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, text.lastIndexOf('\n', longest) + 1);
  const left = text.slice(kept.length).split('\n').length - 1;
  return `${kept}… and ${left} more lines; \`cdk8s-eks compare\` shows them all\n`;
}
