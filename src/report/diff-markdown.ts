import type { Change } from '../model/change';
import { describeIdentity } from '../model/identity';
import { diffText } from './diff-text';

/** For a comment on a pull request: a table of counts, then the differences folded per environment. */
export function diffMarkdown(changes: readonly Change[]): string {
  if (changes.length === 0) return 'No rendered object changes.\n';
  const environments = [...new Set(changes.map((change) => change.environment))];
  const lines = ['| environment | removed | changed | added |', '|---|---|---|---|'];
  for (const name of environments) {
    const of = (kind: Change['kind']) =>
      new Set(changes.filter((c) => c.environment === name && c.kind === kind).map((c) => describeIdentity(c.object)))
        .size;
    lines.push(`| ${name} | ${of('removed')} | ${of('changed')} | ${of('added')} |`);
  }
  for (const name of environments) {
    const text = diffText(
      changes.filter((change) => change.environment === name),
      { colour: false },
    );
    lines.push('', `<details><summary>${name}</summary>`, '', fenced(text), '', '</details>');
  }
  return `${lines.join('\n')}\n`;
}

/** A fence longer than any run of backticks inside. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}${fence}`;
}
