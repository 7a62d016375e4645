import { githubReport } from './github';
import { jsonReport } from './json';
import { junitReport } from './junit';
import type { Report } from './report';
import { sarifReport } from './sarif';

/** The formats that other programs read. Whatever ends a run, its report has one of these forms. */
const FORMATS = {
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  github: githubReport,
} as const satisfies Record<string, (report: Report) => string>;

export type MachineFormat = keyof typeof FORMATS;

export const MACHINE_FORMATS: readonly MachineFormat[] = ['json', 'sarif', 'junit', 'github'];

export function isMachineFormat(format: string | undefined): format is MachineFormat {
  return format !== undefined && Object.hasOwn(FORMATS, format);
}

/** The one way to a report that another program reads: each format makes harmless what it quotes. */
export function machineReport(format: MachineFormat, report: Partial<Report> & Pick<Report, 'command'>): string {
  return FORMATS[format]({ verdicts: [], stops: [], rules: [], more: {}, ...report });
}
