import { type Command, Option } from 'commander';
import { machineReport } from '../report/machine-report';
import { releaseMarkdown, releaseText } from '../report/release-text';
import { findingsText } from '../report/text';
import type { ReleaseResult } from '../run/release/release-result';
import type { Output } from './output';

/** What commands that edit `release.yaml` have in common. */
export interface ReleaseFlags {
  readonly dryRun?: boolean;
  readonly typecheck: boolean;
  readonly format: 'text' | 'json' | 'markdown';
}

export function addReleaseFlags(command: Command): Command {
  return command
    .option('--dry-run', 'write nothing')
    .option('--no-typecheck', 'do not run the TypeScript compiler beside the rendering')
    .addOption(
      new Option('-f, --format <format>', 'of the result').choices(['text', 'json', 'markdown']).default('text'),
    );
}

/** Says what was edited, and what `synth` will make of it; the exit code is that of the findings. */
export function tellRelease(command: string, result: ReleaseResult, flags: ReleaseFlags, output: Output): void {
  const { verdicts, changes, environment: _environment, ...rest } = result;
  const dryRun = flags.dryRun === true;
  output.progress('');
  process.exitCode = result.failed ? 1 : 0;
  if (flags.format === 'json') {
    output.result(machineReport('json', { command, verdicts, more: { ...rest, dryRun, changes } }));
    return;
  }
  const errors = verdicts.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error');
  if (flags.format === 'markdown') {
    output.result(releaseMarkdown({ ...rest, changes, dryRun }));
    return;
  }
  output.text(findingsText(errors, { colour: output.colour, fold: true }));
  output.text(releaseText({ ...rest, changes, dryRun }, { colour: output.colour }));
}
