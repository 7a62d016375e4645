import { oneLine } from '../grammar/visible-text';
import type { Finding } from '../model/finding';
import { describeIdentity } from '../model/identity';
import { describePlace } from '../model/source-place';

export interface TextOptions {
  readonly colour: boolean;
  /** Number of warnings of one rule that are written out; the others are only counted. `@default` - all */
  readonly warningsPerRule?: number;
}

const COLOURS = { error: 31, warning: 33, info: 36, unknown: 35 } as const;

/** Findings for people: what, where, fix, see. An empty text when there are none. */
export function findingsText(findings: readonly Finding[], options: TextOptions): string {
  const most = options.warningsPerRule ?? Number.POSITIVE_INFINITY;
  const seen = new Map<string, number>();
  const texts: string[] = [];
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (finding.severity === 'error' || count <= most) texts.push(findingText(finding, options));
  }
  for (const [key, count] of seen) {
    if (!key.startsWith('error ') && count > most)
      texts.push(`… and ${count - most} more of ${key}; \`check\` lists them all\n`);
  }
  return texts.join('\n');
}

function findingText(finding: Finding, { colour }: TextOptions): string {
  const head = `${finding.severity} ${finding.rule}`;
  const painted = colour ? `\u001b[${COLOURS[finding.severity]};1m${head}\u001b[0m` : head;
  const lines = [`${painted}: ${oneLine(finding.message)}`, `  at ${whereOf(finding)}`];
  if (finding.source !== undefined) lines.push(`  in ${oneLine(describePlace(finding.source))}`);
  if (finding.silenced !== undefined) lines.push(`  silenced: ${oneLine(finding.silenced)}`);
  lines.push(`  fix: ${oneLine(finding.fix)}`, `  see: ${oneLine(finding.see)}`);
  return `${lines.join('\n')}\n`;
}

/** `prod › shop › Ingress shop/web › spec.rules[0] — from shop/web/Ingress` */
function whereOf(finding: Finding): string {
  const parts = [finding.environment, finding.app, describeIdentity(finding.object), finding.field];
  const where = parts
    .filter((part) => part !== '')
    .map(oneLine)
    .join(' › ');
  return finding.construct === '' ? where : `${where} — from ${oneLine(finding.construct)}`;
}
