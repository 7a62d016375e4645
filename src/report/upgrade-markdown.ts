import { oneLine } from '../grammar/visible-text';
import { UPGRADE_SEVERITIES, type UpgradeEntry, type UpgradeReport } from '../model/upgrade/report';
import { alsoLines, type Folded } from './fold';
import { inlineCode, inlineText } from './inline-markdown';
import { count } from './summary';
import { ageLine, placesOf, summaryLine, upgradeSections, upgradeSummary } from './upgrade-text';

/** The report for a change request: what each step is about in a table, then each section as a list. */
export function upgradeMarkdown(report: UpgradeReport): string {
  const { environment, clusterName, from, fromBy, to, today, entries, objects, staying } = report;
  const by = fromBy === 'facts' ? 'facts.json' : 'its settings';
  const lines = [
    `# Upgrade of ${environment} to Kubernetes ${to}`,
    '',
    `Cluster ${inlineCode(clusterName)} runs ${from} by ${by}. Looked at on ${today}; ${count(objects, 'object')} rendered and judged for each version.`,
    '',
    `**${summaryLine(entries)}.**`,
    '',
    ...stepTable(report),
    ...(staying === 0 ? [] : ['', `${count(staying, 'error')} of today would stay; \`cdk8s-eks check\` lists them.`]),
  ];
  for (const { title, blocks } of upgradeSections(entries)) {
    lines.push('', `## ${title}`, '');
    lines.push(...(blocks.length === 0 ? ['Nothing.'] : blocks.flatMap(blockLines)));
  }
  return `${[...lines, '', `<sub>${inlineText(ageLine(report))}.</sub>`].join('\n')}\n`;
}

/** A row for each step: EKS takes one minor version at a time. */
function stepTable({ from, steps, entries }: UpgradeReport): readonly string[] {
  const rows = steps.map((step, index) => {
    const counts = upgradeSummary(entries.filter((entry) => entry.step === step));
    return `| ${steps[index - 1] ?? from} → ${step} | ${UPGRADE_SEVERITIES.map((severity) => counts[severity]).join(' | ')} |`;
  });
  return [
    `| step | ${UPGRADE_SEVERITIES.join(' | ')} |`,
    `|---|${UPGRADE_SEVERITIES.map(() => '---|').join('')}`,
    ...rows,
  ];
}

function blockLines({ first, others }: Folded<UpgradeEntry>): readonly string[] {
  const { step, severity, subject, message, fix, see } = first;
  const also = alsoLines(others.map((other) => `${inlineCode(other.subject)}${placesText(other)}`));
  return [
    `- ${severity === 'information' ? '' : '[ ] '}**${step} ${severity}** ${inlineCode(subject)}: ${inlineText(message)}`,
    ...(placesOf(first).length === 0 ? [] : [`  - at${placesText(first).replace(/^,/, '')}`]),
    ...also.map((line) => `  - ${line.trim()}`),
    `  - fix: ${inlineText(fix)}`,
    ...(see === undefined ? [] : [`  - see: ${oneLine(see)}`]),
  ];
}

function placesText(entry: UpgradeEntry): string {
  return placesOf(entry)
    .map((place) => `, ${inlineCode(place)}`)
    .join('');
}
