import { oneLine } from '../grammar/visible-text';
import type { Change } from '../model/change';
import { describeChange, type ReleaseChange } from '../model/release-edits';
import { diffMarkdown } from './diff-markdown';
import { diffText } from './diff-text';
import { fenced } from './fenced';

/** What a command that edits `release.yaml` has to say. */
export interface ReleaseReport {
  readonly file: string;
  readonly released: readonly ReleaseChange[];
  readonly notes: readonly string[];
  /** Whether there was an output to compare with. */
  readonly compared: boolean;
  readonly changes: readonly Change[];
  readonly written: boolean;
  readonly failed: boolean;
  readonly dryRun: boolean;
}

/** The entries, then what the output would become, then what was done. */
export function releaseText(report: ReleaseReport, options: { readonly colour: boolean }): string {
  const differences = report.compared ? diffText(report.changes, options) : '';
  return `${entriesText(report)}${differences}${outcomeText(report)}`;
}

/** For a comment on a change request: the entries and what was done, then the table of what the output would become. */
export function releaseMarkdown(report: ReleaseReport): string {
  const said = fenced(`${entriesText(report)}${outcomeText(report)}`);
  return report.compared ? `${said}\n\n${diffMarkdown(report.changes)}` : `${said}\n`;
}

function entriesText({ released, notes }: ReleaseReport): string {
  const lines = [
    ...released.map((one) => oneLine(describeChange(one))),
    ...notes.map((note) => `note: ${oneLine(note)}`),
  ];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function outcomeText(report: ReleaseReport): string {
  return `${oneLine(outcome(report))}\n`;
}

function outcome({ file, written, failed, dryRun, changes }: ReleaseReport): string {
  if (failed) return `${file}: not written, since an error finding stops it`;
  if (written) return `${file}: written${changes.length === 0 ? '' : '; `synth` renders it into dist/'}`;
  return dryRun ? `${file}: not written, since this is a dry run` : `${file}: unchanged`;
}
