import { oneLine } from '../grammar/visible-text';
import type { Finding } from '../model/finding';
import { describeIdentity } from '../model/identity';
import { describePlace } from '../model/source-place';
import { alsoLines, countsLine, type Folded, foldBy, withoutNames } from './fold';

export interface TextOptions {
  readonly colour: boolean;
  /** Number of warnings of one rule that are written out; the others are only counted. `@default` - all */
  readonly warningsPerRule?: number;
  /** Puts findings of one cause into one block, below their counts. `@default` false: a block for each */
  readonly fold?: boolean;
}

const COLOURS = { error: 31, warning: 33, info: 36, unknown: 35 } as const;

/** Findings for people: what, where, fix, see. An empty text when there are none. */
export function findingsText(findings: readonly Finding[], options: TextOptions): string {
  const most = options.warningsPerRule ?? Number.POSITIVE_INFINITY;
  const seen = new Map<string, number>();
  const told = findings.filter((finding) => {
    const key = kindOf(finding);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return finding.severity === 'error' || count <= most;
  });
  const blocks = options.fold === true ? foldBy(told, causeOf) : told.map((first) => ({ first, others: [] }));
  const texts = blocks.map((block) => blockText(block, options));
  for (const [key, count] of seen) {
    if (!key.startsWith('error ') && count > most)
      texts.push(`… and ${count - most} more of ${key}; \`check\` lists them all\n`);
  }
  const counts = options.fold === true ? countsLine(findings.map(kindOf), 'findings') : undefined;
  return (counts === undefined ? texts : [`${counts}\n`, ...texts]).join('\n');
}

function kindOf({ severity, rule }: Finding): string {
  return `${severity} ${rule}`;
}

/** One rule that says the same but for the names of what it is about. */
function causeOf(finding: Finding): string {
  const { environment, app, object, construct, silenced } = finding;
  const names = [construct, describeIdentity(object), object.name, object.namespace ?? '', app, environment];
  const said = withoutNames(`${finding.message}|${finding.fix}`, names);
  return [kindOf(finding), said, silenced].join('|');
}

function blockText({ first, others }: Folded<Finding>, { colour }: TextOptions): string {
  const head = kindOf(first);
  const painted = colour ? `\u001b[${COLOURS[first.severity]};1m${head}\u001b[0m` : head;
  const lines = [`${painted}: ${oneLine(first.message)}`, `  at ${whereOf(first)}`];
  if (first.source !== undefined) lines.push(`  in ${oneLine(describePlace(first.source))}`);
  lines.push(...alsoLines(others.map((other) => `${whereOf(other)}${sourceOf(other)}`)));
  if (first.silenced !== undefined) lines.push(`  silenced: ${oneLine(first.silenced)}`);
  lines.push(`  fix: ${oneLine(first.fix)}`, `  see: ${oneLine(first.see)}`);
  return `${lines.join('\n')}\n`;
}

function sourceOf({ source }: Finding): string {
  return source === undefined ? '' : ` in ${oneLine(describePlace(source))}`;
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
