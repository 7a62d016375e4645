import { type Command, Option } from 'commander';
import { defined } from '../../model/defined';
import { diffMarkdown } from '../../report/diff-markdown';
import { diffText } from '../../report/diff-text';
import { machineReport } from '../../report/machine-report';
import { placementDiffMarkdown, placementDiffText } from '../../report/placement-diff';
import { oneValue } from '../one-value';
import { terminalOutput } from '../output';
import { showProgress } from '../progress';
import { addRenderingFlags, type RenderingFlags, renderingOf, sayRenderedTwice } from '../rendering';
import { rootsOf } from '../roots';
import { addSelectionFlags, type SelectionFlags, selectionOf } from '../selection';

interface DiffFlags extends SelectionFlags, RenderingFlags {
  readonly base?: string;
  readonly typecheck: boolean;
  readonly format: 'text' | 'json' | 'markdown';
}

export function register(program: Command): void {
  const command = program.command('diff');
  addRenderingFlags(addSelectionFlags(command))
    .description('what a fresh render would change in dist/, field by field; deletions first')
    .option('-b, --base <ref>', 'compare with dist/ of a Git revision instead of the working tree', oneValue('--base'))
    .option('--no-typecheck', 'do not run the TypeScript compiler beside the rendering')
    .addOption(
      new Option('-f, --format <format>', 'of the differences').choices(['text', 'json', 'markdown']).default('text'),
    )
    .action((flags: DiffFlags) => run(program, flags));
}

async function run(program: Command, flags: DiffFlags): Promise<void> {
  const started = performance.now();
  const output = terminalOutput(program.opts());
  const { diff } = await import('../../run/commands/diff.js');
  const { changes, moved, verdicts } = await diff(rootsOf(program), {
    selection: selectionOf(flags),
    typeCheck: flags.typecheck,
    ...renderingOf(flags),
    ...(output.live && { onProgress: showProgress(output, started) }),
    ...defined({ base: flags.base }),
  });
  output.progress('');
  sayRenderedTwice(flags, output);
  if (flags.format === 'json')
    output.result(machineReport('json', { command: 'diff', verdicts, more: { changes, placements: moved } }));
  else if (flags.format === 'markdown') output.result(`${diffMarkdown(changes)}${placementDiffMarkdown(moved)}`);
  else output.text(`${diffText(changes, { colour: output.colour })}${placementDiffText(moved)}`);
  process.exitCode = changes.length > 0 ? 1 : 0;
}
