import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Change } from '../../model/change';
import { defined } from '../../model/defined';
import { type Problem, ToolError } from '../../model/errors';
import { RISK_TEXT, type Risk } from '../../model/risk';
import { diffHtml } from '../../report/diff-html';
import { diffMarkdown } from '../../report/diff-markdown';
import { diffText } from '../../report/diff-text';
import { machineReport } from '../../report/machine-report';
import { pinsMarkdown } from '../../report/pins-markdown';
import { placementDiffMarkdown, placementDiffText } from '../../report/placement-diff';
import { count } from '../../report/summary';
import type { ClusterAccess } from '../../run/survey/run-options';
import { oneValue } from '../one-value';
import { type Output, terminalOutput } from '../output';
import { showProgress } from '../progress';
import { addRenderingFlags, type RenderingFlags, renderingOf, sayRenderedTwice } from '../rendering';
import { countsOf, risksOf } from '../risk-classes';
import { rootsOf } from '../roots';
import { addSelectionFlags, type SelectionFlags, selectionOf } from '../selection';
import { tellPins } from '../tell-pins';

interface DiffFlags extends SelectionFlags, RenderingFlags {
  readonly base?: string;
  readonly out?: string;
  readonly typecheck: boolean;
  readonly format: 'text' | 'json' | 'markdown' | 'html';
  readonly failOn?: string;
  readonly live?: boolean;
  readonly kubeconfig?: string;
  readonly context?: string;
}

export function register(program: Command): void {
  const command = program.command('diff');
  addRenderingFlags(addSelectionFlags(command))
    .description('what a fresh render would change in dist/, field by field; deletions first')
    .option('-b, --base <ref>', 'compare with dist/ of a Git revision instead of the working tree', oneValue('--base'))
    .option('-o, --out <dir>', 'the output to compare with (default: dist)', oneValue('--out'))
    .option('--no-typecheck', 'do not run the TypeScript compiler beside the rendering')
    .addOption(
      new Option('-f, --format <format>', 'of the differences')
        .choices(['text', 'json', 'markdown', 'html'])
        .default('text'),
    )
    .addOption(
      new Option(
        '--live',
        'compare with a cluster instead: what Argo CD would change there, what drifted, and what nobody renders',
      ).conflicts('base'),
    )
    .option(
      '--kubeconfig <file>',
      'the cluster that --live asks by a dry run, which stores nothing',
      oneValue('--kubeconfig'),
    )
    .option('--context <name>', 'the context of that kubeconfig (default: its current one)', oneValue('--context'))
    .option(
      '--fail-on <classes>',
      'exit with 1 for changes of these classes only, such as refused,data (docs/diff.md has all); default: for any change',
      oneValue('--fail-on'),
    )
    .action((flags: DiffFlags) => run(program, flags));
}

async function run(program: Command, flags: DiffFlags): Promise<void> {
  const started = performance.now();
  const output = terminalOutput(program.opts());
  const failOn = flags.failOn === undefined ? undefined : risksOf(flags.failOn);
  const { diff } = await import('../../run/commands/diff.js');
  const { changes, moved, verdicts, pins } = await diff(rootsOf(program, flags.out), {
    selection: selectionOf(flags),
    typeCheck: flags.typecheck,
    ...renderingOf(flags),
    ...(output.live && { onProgress: showProgress(output, started) }),
    ...defined({ base: flags.base, live: clusterOf(flags) }),
  });
  output.progress('');
  sayRenderedTwice(flags, output);
  tellPins(pins, output);
  if (flags.format === 'json')
    output.result(machineReport('json', { command: 'diff', verdicts, more: { pins, changes, placements: moved } }));
  else if (flags.format === 'markdown')
    output.result(`${pinsMarkdown(pins)}${diffMarkdown(changes)}${placementDiffMarkdown(moved)}`);
  else if (flags.format === 'html') output.result(diffHtml(changes, placementDiffText(moved)));
  else output.text(`${diffText(changes, { colour: output.colour })}${placementDiffText(moved)}`);
  process.exitCode = isFailed(changes, failOn, output) ? 1 : 0;
}

function isFailed(changes: readonly Change[], failOn: readonly Risk[] | undefined, output: Output): boolean {
  if (failOn === undefined) return changes.length > 0;
  const counts = countsOf(changes, failOn);
  for (const [risk, number] of counts) output.log(`--fail-on ${risk}: ${count(number, 'change')}: ${RISK_TEXT[risk]}`);
  return counts.length > 0;
}

/** @throws ToolError ARGUMENTS unless one cluster is asked about one environment */
function clusterOf({ live, kubeconfig, context, env = [] }: DiffFlags): ClusterAccess | undefined {
  if (live !== true && kubeconfig === undefined) return undefined;
  const problems: Problem[] = [];
  if (live !== true)
    problems.push({
      message: '--kubeconfig names a cluster, and nothing asks it.',
      fix: 'add --live, or leave it out.',
    });
  if (kubeconfig === undefined)
    problems.push({ message: '--live compares with a cluster, and none is named.', fix: 'add --kubeconfig FILE.' });
  else if (!existsSync(kubeconfig))
    problems.push({
      message: `--kubeconfig ${kubeconfig}: there is no such file.`,
      fix: 'name the file that kubectl uses.',
    });
  if (live === true && env.length !== 1)
    problems.push({ message: '--live compares one cluster with one environment.', fix: 'add --env with one of them.' });
  if (problems.length > 0 || kubeconfig === undefined) throw new ToolError('ARGUMENTS', problems);
  return { kubeconfig: resolve(kubeconfig), ...defined({ context }) };
}
