import { oneLine } from '../grammar/visible-text';
import { describeWhere, relatedLines, type Stop } from '../model/errors';
import type { Finding, Severity } from '../model/finding';
import { describeIdentity } from '../model/identity';
import type { SourcePlace } from '../model/source-place';
import type { Report } from './report';

const COMMAND: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  unknown: 'warning',
};

/** Workflow commands that GitHub shows beside the line. Silenced findings are left out. */
export function githubReport({ verdicts, stops }: Pick<Report, 'verdicts' | 'stops'>): string {
  const heard = verdicts.flatMap(({ findings }) => findings.filter(({ silenced }) => silenced === undefined));
  return [...heard.map(findingCommand), ...stops.map(stopCommand)].join('');
}

function findingCommand(finding: Finding): string {
  const where = [finding.environment, describeIdentity(finding.object), finding.field].filter((part) => part !== '');
  const lines = [`${where.join(' › ')}: ${finding.message}`, `fix: ${finding.fix}`];
  return command(COMMAND[finding.severity], finding.rule, finding.source, lines);
}

function stopCommand(stop: Stop): string {
  const { place: _place, ...rest } = stop;
  const where = describeWhere(rest);
  const lines = [where === '' ? stop.message : `${where}: ${stop.message}`, ...relatedLines(stop)];
  return command('error', stop.code, stop.place, stop.fix === undefined ? lines : [...lines, `fix: ${stop.fix}`]);
}

/** @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function command(name: string, title: string, source: SourcePlace | undefined, lines: readonly string[]): string {
  const place =
    source === undefined ? [] : [`file=${property(source.file)}`, `line=${source.line}`, `col=${source.column}`];
  return `::${name} ${[...place, `title=${property(title)}`].join(',')}::${data(lines.map(oneLine).join('\n'))}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(oneLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
