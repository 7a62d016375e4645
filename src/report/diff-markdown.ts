import type { Change } from '../model/change';
import { describeIdentity } from '../model/identity';
import { diffText } from './diff-text';
import { fenced } from './fenced';

/** Most characters of the details. GitHub refuses a comment of more than 65,536; the rest is for the text around. */
const MOST_DETAIL = 60_000;

/** For a comment on a pull request: a table of counts, then the differences folded per environment. */
export function diffMarkdown(changes: readonly Change[]): string {
  if (changes.length === 0) return 'No rendered object changes.\n';
  const environments = [...new Set(changes.map((change) => change.environment))];
  const lines = ['| environment | removed | changed | added |', '|---|---|---|---|'];
  for (const name of environments) {
    const of = (kind: Change['kind']) =>
      new Set(
        changes
          .filter((c) => c.environment === name && c.kind === kind)
          .map((c) => `${c.app} ${describeIdentity(c.object)}`),
      ).size;
    lines.push(`| ${name} | ${of('removed')} | ${of('changed')} | ${of('added')} |`);
  }
  for (const name of environments) {
    const text = diffText(
      changes.filter((change) => change.environment === name),
      { colour: false },
    );
    const shown = shortened(text, Math.floor(MOST_DETAIL / environments.length));
    lines.push('', `<details><summary>${name}</summary>`, '', fenced(shown), '', '</details>');
  }
  return `${lines.join('\n')}\n`;
}

/** Whole lines up to a length, and the number of lines left out. Deletions come first, so they are left out last. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, text.lastIndexOf('\n', longest) + 1);
  const left = text.slice(kept.length).split('\n').length - 1;
  return `${kept}… and ${left} more lines; \`cdk8s-eks diff\` shows them all\n`;
}
