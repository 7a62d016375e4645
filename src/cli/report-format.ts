import { Option } from 'commander';
import { MACHINE_FORMATS, type MachineFormat, machineReport } from '../report/machine-report';
import type { Report } from '../report/report';

export type ReportFormat = 'text' | MachineFormat;

/** `--format` of a command that reports findings. */
export function reportFormatOption(what: string): Option {
  return new Option('-f, --format <format>', what).choices(['text', ...MACHINE_FORMATS]).default('text');
}

/** What rules found, with what a format says about the rules. */
export async function formatVerdicts(
  format: MachineFormat,
  report: Partial<Report> & Pick<Report, 'command' | 'verdicts'>,
): Promise<string> {
  if (format !== 'sarif') return machineReport(format, report);
  const { RULE_DESCRIPTIONS } = await import('../run/survey/check-environment.js');
  return machineReport(format, { ...report, rules: RULE_DESCRIPTIONS });
}
