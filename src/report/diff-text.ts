import type { Change } from '../model/change';
import { describeIdentity } from '../model/identity';
import { oneLine } from './escape';
import { valueText } from './value-text';

const MARK = { removed: '-', added: '+', changed: '~' } as const;
const COLOUR = { removed: 31, added: 32, changed: 33 } as const;

/** Environment → app → object → field, deletions first. */
export function diffText(changes: readonly Change[], { colour }: { readonly colour: boolean }): string {
  if (changes.length === 0) return 'no differences\n';
  const lines: string[] = [];
  let app = '';
  let object = '';
  for (const change of changes) {
    const here = oneLine(`${change.environment} › ${change.app}`);
    if (here !== app) lines.push(here);
    const identity = `${change.kind} ${describeIdentity(change.object)}`;
    if (here !== app || identity !== object) {
      const text = `  ${MARK[change.kind]} ${oneLine(describeIdentity(change.object))}`;
      lines.push(colour ? `\u001b[${COLOUR[change.kind]}m${text}\u001b[0m` : text);
    }
    if (change.field !== '')
      lines.push(`      ${oneLine(change.field)}: ${valueText(change.before)} → ${valueText(change.after)}`);
    app = here;
    object = identity;
  }
  return `${lines.join('\n')}\n`;
}
