import { relative } from 'node:path';
import { type Command, Option } from 'commander';
import { oneLine } from '../../grammar/visible-text';
import { defined } from '../../model/defined';
import { isToolError } from '../../model/errors';
import { differencesStops } from '../../report/differences-stops';
import { findingsText } from '../../report/text';
import type { SynthOptions, SynthResult } from '../../run/commands/synth';
import { uncheckedTypes } from '../../run/survey/unchecked-types';
import { endWithoutReader } from '../guard-process';
import { oneValue } from '../one-value';
import { type Output, terminalOutput } from '../output';
import { showProgress, writingLine } from '../progress';
import { addRefereeFlags, type RefereeFlags, refereesOf } from '../referees';
import { addRenderingFlags, type RenderingFlags, renderingOf, sayRenderedTwice } from '../rendering';
import { tellStop } from '../report-error';
import { formatVerdicts, type ReportFormat, reportFormatOption } from '../report-format';
import { rootsOf } from '../roots';
import { addJobsFlag, addSelectionFlags, jobsOf, type SelectionFlags, selectionOf } from '../selection';
import { synthText } from '../synth-text';
import { tellPins } from '../tell-pins';

interface SynthFlags extends SelectionFlags, RefereeFlags, RenderingFlags {
  readonly out?: string;
  readonly jobs?: string;
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly strict?: boolean;
  readonly allowDelete?: readonly string[];
  readonly allowReplace?: readonly string[];
  readonly durable?: boolean;
  readonly typecheck: boolean;
  readonly format: ReportFormat;
}

export function register(program: Command): void {
  const command = program.command('synth').description('render every app for every environment into dist/');
  addRenderingFlags(addRefereeFlags(addJobsFlag(addSelectionFlags(command))))
    .option('-o, --out <dir>', 'output folder (default: dist)', oneValue('--out'))
    .option('--check', 'write nothing; fail when dist/ is not what the source renders')
    .addOption(new Option('-w, --watch', 'render again what an edit touches, until stopped').conflicts('check'))
    .option('--strict', 'warnings and unknowns fail too')
    .addOption(
      new Option(
        '--allow-delete <id...>',
        'what may be deleted: an app such as prod/shop, a file’s path without .yaml; or no-base, where Git cannot be asked',
      ).conflicts('check'),
    )
    .addOption(
      new Option(
        '--allow-replace <id...>',
        'what you replace on the cluster, since the API server refuses its change: an app, or an object’s path without .yaml',
      ).conflicts('check'),
    )
    .option('--durable', 'flush every file to the disk, so that a power cut finds it whole')
    .option('--no-typecheck', 'do not run the TypeScript compiler beside the rendering')
    .addOption(reportFormatOption('of the result'))
    .action((flags: SynthFlags) => run(program, flags));
}

async function run(program: Command, flags: SynthFlags): Promise<void> {
  const started = performance.now();
  const output = terminalOutput(program.opts());
  const roots = rootsOf(program, flags.out);
  const options: SynthOptions = {
    selection: selectionOf(flags),
    ...jobsOf(flags),
    check: flags.check === true,
    strict: flags.strict === true,
    referees: refereesOf(flags),
    allowDelete: flags.allowDelete ?? [],
    allowReplace: flags.allowReplace ?? [],
    durable: flags.durable === true,
    typeCheck: flags.typecheck,
    ...renderingOf(flags),
    ...(output.live && { onProgress: showProgress(output, started) }),
    onWriting: (files) => output.progress(writingLine(files), true),
  };
  const folder = relative(roots.project, roots.out).replaceAll('\\', '/');
  const types = uncheckedTypes(roots, flags.typecheck && flags.watch !== true);
  const say = (result: SynthResult, milliseconds: number): Promise<void> =>
    tell(result, { milliseconds, folder, types }, flags, output);
  if (flags.watch !== true) {
    const { synth } = await import('../../run/commands/synth.js');
    const result = await synth(roots, options);
    process.exitCode = result.failed ? 1 : 0;
    return say(result, performance.now() - started);
  }
  process.stdout.on('error', endWithoutReader);
  // An editor shows type errors as they are typed, and nobody waits a second for each edit.
  output.log('watching apps/, environments/ and what apps import: an edit renders what it touches, and Ctrl-C ends it');
  const { watch } = await import('../../run/commands/watch.js');
  await watch(
    roots,
    { ...options, typeCheck: false },
    {
      onResult: (result, changed, milliseconds) => {
        if (changed.length > 0) output.log(oneLine(`edited: ${changed.join(', ')}`));
        void say(result, milliseconds);
      },
      onError: (error) => {
        output.progress('');
        if (isToolError(error)) tellStop(error, { again: true });
        else output.error(String(error));
      },
    },
  );
}

interface Ran {
  readonly milliseconds: number;
  /** The output folder, relative to the project. */
  readonly folder: string;
  /** Why types were not checked. */
  readonly types: string | undefined;
}

async function tell(
  result: SynthResult,
  { milliseconds, folder, types }: Ran,
  flags: SynthFlags,
  output: Output,
): Promise<void> {
  output.progress('');
  sayRenderedTwice(flags, output);
  tellPins(result.pins, output);
  for (const [stage, time] of result.stages) output.detail(`${stage}: ${time.toFixed(1)} ms`);
  if (flags.format !== 'text') {
    const { verdicts, files, differences, foreign, notes, skipped, pins } = result;
    const more = { ...defined({ files, differences }), foreign, notes, skipped, pins };
    const stops = differences === undefined ? [] : differencesStops({ ...differences, foreign }, folder);
    return output.result(await formatVerdicts(flags.format, { command: 'synth', verdicts, stops, more }));
  }
  const findings = result.verdicts.flatMap((verdict) => verdict.findings);
  output.text(findingsText(findings, { colour: output.colour, warningsPerRule: 2, fold: true }));
  output.text(synthText(result, milliseconds / 1000, types));
}
