import { oneLine } from '../grammar/visible-text';
import type { Change } from '../model/change';
import { describeChange, type ReleaseChange } from '../model/release-edits';
import { diffText } from './diff-text';

/** What a command that edits `release.yaml` has to say. */
export interface ReleaseReport {
  readonly file: string;
  readonly released: readonly ReleaseChange[];
  readonly notes: readonly string[];
  readonly changes: readonly Change[];
  readonly written: boolean;
  readonly failed: boolean;
  readonly dryRun: boolean;
}

/** The entries, then what the output would become, then what was done. */
export function releaseText(report: ReleaseReport, options: { readonly colour: boolean }): string {
  const { released, notes, changes } = report;
  const lines = [
    ...released.map((one) => oneLine(describeChange(one))),
    ...notes.map((note) => `note: ${oneLine(note)}`),
  ];
  const head = lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  return `${head}${diffText(changes, options)}${oneLine(outcome(report))}\n`;
}

function outcome({ file, written, failed, dryRun, changes }: ReleaseReport): string {
  if (failed) return `${file}: not written, since an error finding stops it`;
  if (written) return `${file}: written${changes.length === 0 ? '' : '; `synth` renders it into dist/'}`;
  return dryRun ? `${file}: not written, since this is a dry run` : `${file}: unchanged`;
}
