import { oneLine } from '../grammar/visible-text';
import type { Finding, Severity } from '../model/finding';
import { describeIdentity } from '../model/identity';

const COMMAND: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  unknown: 'warning',
};

/** Workflow commands that GitHub shows beside the line. Silenced findings are left out. */
export function githubReport(findings: readonly Finding[]): string {
  return findings
    .filter((finding) => finding.silenced === undefined)
    .map((finding) => {
      const { source } = finding;
      const place =
        source === undefined
          ? []
          : [`file=${property(oneLine(source.file))}`, `line=${source.line}`, `col=${source.column}`];
      const properties = [...place, `title=${property(oneLine(finding.rule))}`].join(',');
      const where = [finding.environment, describeIdentity(finding.object), finding.field].filter(
        (part) => part !== '',
      );
      const text = `${oneLine(`${where.join(' › ')}: ${finding.message}`)}\nfix: ${oneLine(finding.fix)}`;
      return `::${COMMAND[finding.severity]} ${properties}::${data(text)}\n`;
    })
    .join('');
}

/** @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
