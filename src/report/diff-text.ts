import type { Change } from '../model/change';
import { describeIdentity } from '../model/identity';
import type { JsonValue } from '../model/json';
import { oneLine } from './escape';

const MARK = { removed: '-', added: '+', changed: '~' } as const;
const COLOUR = { removed: 31, added: 32, changed: 33 } as const;

/** Environment → app → object → field, deletions first. */
export function diffText(changes: readonly Change[], { colour }: { readonly colour: boolean }): string {
  if (changes.length === 0) return 'no differences\n';
  const lines: string[] = [];
  let app = '';
  let object = '';
  for (const change of changes) {
    const here = `${change.environment} › ${change.app}`;
    if (here !== app) lines.push(here);
    const identity = `${change.kind} ${describeIdentity(change.object)}`;
    if (here !== app || identity !== object) {
      const text = `  ${MARK[change.kind]} ${oneLine(describeIdentity(change.object))}`;
      lines.push(colour ? `\u001b[${COLOUR[change.kind]}m${text}\u001b[0m` : text);
    }
    if (change.field !== '')
      lines.push(`      ${oneLine(change.field)}: ${shown(change.before)} → ${shown(change.after)}`);
    app = here;
    object = identity;
  }
  return `${lines.join('\n')}\n`;
}

function shown(value: JsonValue | undefined): string {
  if (value === undefined) return '(none)';
  const text = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner));
  return oneLine(text.length > 160 ? `${text.slice(0, 157)}…` : text);
}
