import { type Command, Option } from 'commander';
import { oneLine } from '../../grammar/visible-text';
import { defined } from '../../model/defined';
import { machineReport } from '../../report/machine-report';
import { count } from '../../report/summary';
import { findingsText } from '../../report/text';
import type { MergeResult } from '../../run/commands/merge';
import { type Output, terminalOutput } from '../output';
import { showProgress, writingLine } from '../progress';
import { refereesOf } from '../referees';
import { rootsOf } from '../roots';
import { selectionOf } from '../selection';
import { synthText } from '../synth-text';

interface MergeFlags {
  readonly allowDelete?: readonly string[];
  readonly allowReplace?: readonly string[];
  readonly typecheck: boolean;
  readonly format: 'text' | 'json';
}

export function register(program: Command): void {
  program
    .command('merge')
    .description(
      'merge a revision, or finish a merge, rebase, cherry-pick or revert: dist/ is rendered from the joined sources',
    )
    .argument('[revision]', 'such as origin/main (default: what is under way)')
    .option('--allow-delete <id...>', 'what may be deleted, as of synth')
    .option('--allow-replace <id...>', 'what you replace on the cluster, as of synth')
    .option('--no-typecheck', 'do not run the TypeScript compiler beside the rendering')
    .addOption(new Option('-f, --format <format>', 'of the result').choices(['text', 'json']).default('text'))
    .action((revision: string | undefined, flags: MergeFlags) => run(program, revision, flags));
}

async function run(program: Command, revision: string | undefined, flags: MergeFlags): Promise<void> {
  const started = performance.now();
  const output = terminalOutput(program.opts());
  const { merge } = await import('../../run/commands/merge.js');
  const result = await merge(rootsOf(program), revision, {
    selection: selectionOf({}),
    check: false,
    strict: false,
    referees: refereesOf({}),
    allowDelete: flags.allowDelete ?? [],
    allowReplace: flags.allowReplace ?? [],
    typeCheck: flags.typecheck,
    ...(output.live && { onProgress: showProgress(output, started) }),
    onWriting: (files) => output.progress(writingLine(files), true),
  });
  process.exitCode = result.rendered?.failed === true ? 1 : 0;
  output.progress('');
  tell(result, flags, (performance.now() - started) / 1000, output);
}

function tell(result: MergeResult, flags: MergeFlags, seconds: number, output: Output): void {
  const { rendered, ...rest } = result;
  const verdicts = rendered?.verdicts ?? [];
  if (flags.format === 'json')
    return output.result(
      machineReport('json', { command: 'merge', verdicts, more: { ...rest, ...defined({ files: rendered?.files }) } }),
    );
  const findings = verdicts.flatMap((verdict) => verdict.findings);
  output.text(findingsText(findings, { colour: output.colour, warningsPerRule: 2, fold: true }));
  if (rendered !== undefined) output.text(synthText(rendered, seconds));
  output.text(oneLine(outcome(result)));
}

function outcome({ begun, conflicts, rendered, committed }: MergeResult): string {
  if (begun === undefined) return 'nothing had to be joined: dist/ is that of the commit';
  if (rendered?.failed === true)
    return `the ${begun} is not finished: repair what is named, and run \`cdk8s-eks merge\` without a revision`;
  const ended =
    conflicts.length === 0 ? 'dist/ is rendered' : `${count(conflicts.length, 'conflict')} in dist/ ended by rendering`;
  return committed ? `${ended}; the merge is committed` : `${ended}; go on with \`git ${begun} --continue\``;
}
