import { oneLine } from '../grammar/visible-text';
import { describePlace } from '../model/source-place';
import {
  UPGRADE_SECTIONS,
  UPGRADE_SEVERITIES,
  type UpgradeEntry,
  type UpgradeReport,
  type UpgradeSection,
  type UpgradeSeverity,
} from '../model/upgrade/report';
import { alsoLines, type Folded, foldBy } from './fold';
import { count } from './summary';

/** How many entries are of each severity. */
export function upgradeSummary(entries: readonly UpgradeEntry[]): Readonly<Record<UpgradeSeverity, number>> {
  const of = (severity: UpgradeSeverity) => entries.filter((entry) => entry.severity === severity).length;
  return { blocks: of('blocks'), changes: of('changes'), unknown: of('unknown'), information: of('information') };
}

/** Every section with its entries, in their order: what has one cause is told once. */
export function upgradeSections(
  entries: readonly UpgradeEntry[],
): readonly { readonly title: string; readonly blocks: readonly Folded<UpgradeEntry>[] }[] {
  return (Object.keys(UPGRADE_SECTIONS) as readonly UpgradeSection[]).map((section) => ({
    title: UPGRADE_SECTIONS[section],
    blocks: foldBy(
      entries.filter((entry) => entry.section === section),
      ({ step, severity, message, fix }) => [step, severity, message, fix].join('|'),
    ),
  }));
}

/** `blocks: 2, changes: 3, unknown: 1, information: 0` */
export function summaryLine(entries: readonly UpgradeEntry[]): string {
  const counts = upgradeSummary(entries);
  return UPGRADE_SEVERITIES.map((severity) => `${severity}: ${counts[severity]}`).join(', ');
}

/** A table that is older may lack what was announced since. */
const OLD_DAYS = 90;

/** How old the tables are. */
export function ageLine({ tables }: UpgradeReport): string {
  const ages = tables.map(({ table, read, days }) => {
    const old = days > OLD_DAYS ? ': look whether its sources say more by now' : '';
    return `${table} of ${read} (${count(days, 'day')} old${old})`;
  });
  return `by the tables: ${ages.join(', ')}`;
}

/** `app › field`, and the line of the user's code. */
export function placesOf({ where, source }: UpgradeEntry): readonly string[] {
  return [...(where === undefined ? [] : [where]), ...(source === undefined ? [] : [describePlace(source)])].map(
    oneLine,
  );
}

const COLOURS: Readonly<Record<UpgradeSeverity, number>> = { blocks: 31, changes: 33, unknown: 35, information: 36 };
const WIDTH = Math.max(...UPGRADE_SEVERITIES.map((severity) => severity.length));

/** The report for people. */
export function upgradeText(report: UpgradeReport, colour: boolean): string {
  const { environment, clusterName, from, fromBy, to, steps, entries, staying, objects } = report;
  const by = fromBy === 'facts' ? 'facts.json' : 'its settings';
  const lines = [
    `${environment}: cluster ${clusterName} from Kubernetes ${from} (by ${by}) to ${to}`,
    `${count(steps.length, 'step')}, one minor version at a time: ${[from, ...steps].join(' → ')}; ${count(objects, 'object')} rendered and judged for each`,
    ...(staying === 0 ? [] : [`${count(staying, 'error')} of today would stay; check lists them`]),
  ];
  for (const { title, blocks } of upgradeSections(entries)) {
    lines.push('', title);
    lines.push(...(blocks.length === 0 ? ['  nothing'] : blocks.flatMap((block) => blockLines(block, colour))));
  }
  return `${[...lines, '', summaryLine(entries), ageLine(report)].join('\n')}\n`;
}

function blockLines({ first, others }: Folded<UpgradeEntry>, colour: boolean): readonly string[] {
  const { step, severity, subject, message, fix, see } = first;
  const word = severity.padEnd(WIDTH);
  const painted = colour ? `\u001b[${COLOURS[severity]};1m${word}\u001b[0m` : word;
  const also = alsoLines(others.map((other) => [oneLine(other.subject), ...placesOf(other)].join(' › ')));
  const more = [
    ...(first.where === undefined ? [] : [`at ${oneLine(first.where)}`]),
    ...(first.source === undefined ? [] : [`in ${oneLine(describePlace(first.source))}`]),
    ...also.map((line) => line.trim()),
    `fix: ${oneLine(fix)}`,
    ...(see === undefined ? [] : [`see: ${see}`]),
  ];
  return [`  ${step}  ${painted}  ${oneLine(`${subject}: ${message}`)}`, ...more.map((line) => `        ${line}`)];
}
