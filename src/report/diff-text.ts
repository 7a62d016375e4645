import { oneLine } from '../grammar/visible-text';
import { refusedChangeAdvice } from '../knowledge/kubernetes/refused-change-advice';
import type { Change } from '../model/change';
import { describeIdentity } from '../model/identity';
import { RISK_TEXT } from '../model/risk';
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
      const text = objectText(change);
      lines.push(colour ? `\u001b[${COLOUR[change.kind]}m${text}\u001b[0m` : text);
    }
    if (change.field !== '')
      lines.push(
        `      ${oneLine(change.field)}: ${valueText(change.before)} → ${valueText(change.after)}${riskText(change)}`,
      );
    app = here;
    object = identity;
  }
  lines.push(...refusedTexts(changes));
  return `${lines.join('\n')}\n`;
}

/** What to do about objects that have a refused change, once each. */
function refusedTexts(changes: readonly Change[]): readonly string[] {
  const advice = new Map<string, string>();
  for (const { object, field, risk } of changes) {
    const name = oneLine(describeIdentity(object));
    if (risk !== 'refused' || advice.has(name)) continue;
    const { instead, byHand } = refusedChangeAdvice(object, field);
    advice.set(name, `refused: ${name}: ${instead}; or, once the change is in Git, run ${oneLine(byHand)}.`);
  }
  return [...advice.values()];
}

function objectText(change: Change): string {
  const text = `  ${MARK[change.kind]} ${oneLine(describeIdentity(change.object))}`;
  return change.field === '' ? `${text}${movedText(change)}${riskText(change)}` : text;
}

function movedText({ kind, moved }: Change): string {
  if (moved === undefined) return '';
  return kind === 'added' ? `  (was in ${moved})` : `  (moved to ${moved}: Argo CD deletes it and creates it again)`;
}

function riskText({ risk }: Change): string {
  return risk === undefined ? '' : `  (${RISK_TEXT[risk]})`;
}
