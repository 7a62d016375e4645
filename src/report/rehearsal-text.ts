import type { Finding } from '../model/finding';
import { identityKey } from '../model/identity';
import type { Rehearsal } from '../model/rehearsal';
import { count } from './summary';
import { findingsText } from './text';

/** What an upgrade changes, for people: its findings, one block for a cause, and what they come to. */
export function rehearsalText(rehearsal: Rehearsal, colour: boolean): string {
  const { brought, gone, kept } = rehearsal;
  const findings = brought.flatMap((verdict) => verdict.findings);
  const lines = [raisedLine(rehearsal), broughtLine(rehearsal, findings)];
  if (gone.length > 0) lines.push(`${count(gone.length, 'finding')} of today would go away: ${causes(gone)}`);
  if (kept.length > 0) {
    const listed = 'check without a version lists them';
    lines.push(`${count(kept.length, 'finding')} of today would stay: ${causes(kept)}; ${listed}`);
  }
  const blocks = findingsText(findings, { colour, fold: true });
  return `${blocks}${findings.length === 0 ? '' : '\n'}${lines.join('\n')}\n`;
}

/** `as Kubernetes 1.37: dev (runs 1.35); prod, staging (run 1.34)` */
function raisedLine({ raised }: Rehearsal): string {
  const byOther = grouped(raised, ({ other }) => other).map(([other, some]) => {
    const from = grouped(some, ({ own }) => own).map(([own, same]) => {
      const names = same.map(({ environment }) => environment).join(', ');
      return `${names} (${same.length === 1 ? 'runs' : 'run'} ${own})`;
    });
    return `as Kubernetes ${other}: ${from.join('; ')}`;
  });
  return byOther.join('; ');
}

function broughtLine({ brought, gone }: Rehearsal, findings: readonly Finding[]): string {
  const objects = count(
    brought.reduce((sum, verdict) => sum + verdict.objects, 0),
    'object',
  );
  if (findings.length === 0)
    return `${gone.length === 0 ? 'nothing changes' : 'nothing gets worse'}: ${objects} judged`;
  const changed = grouped(findings, ({ environment }) => environment).map(
    ([environment, some]) => `${new Set(some.map(({ object }) => identityKey(object))).size} in ${environment}`,
  );
  return `${count(findings.length, 'finding')} would come, about ${changed.join(', ')} of ${objects}: ${causes(findings)}`;
}

/** `2 error k8s/ban-removed-api, 1 error k8s/valid-schema` */
function causes(findings: readonly Finding[]): string {
  const kindOf = ({ rule, severity, silenced }: Finding) => `${silenced === undefined ? severity : 'silenced'} ${rule}`;
  return grouped(findings, kindOf)
    .map(([kind, some]) => `${some.length} ${kind}`)
    .join(', ');
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups];
}
