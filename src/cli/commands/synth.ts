import { type Command, Option } from 'commander';
import { REFEREES } from '../../pipeline/referee';
import { type SynthResult, synth } from '../../pipeline/synth';
import { synthJson } from '../../report/json';
import { findingsText } from '../../report/text';
import { type Output, terminalOutput } from '../output';
import { progressLine } from '../progress';
import { rootsOf } from '../roots';
import { addSelectionFlags, type SelectionFlags, selectionOf } from '../selection';
import { synthText } from '../synth-text';

interface SynthFlags extends SelectionFlags {
  readonly out?: string;
  readonly check?: boolean;
  readonly strict?: boolean;
  readonly allowDelete?: readonly string[];
  readonly referee?: readonly (typeof REFEREES)[number][];
  readonly typecheck: boolean;
  readonly format: 'text' | 'json';
}

export function register(program: Command): void {
  addSelectionFlags(program.command('synth').description('render every app for every environment into dist/'))
    .option('-o, --out <dir>', 'output folder (default: dist)')
    .option('--check', 'write nothing; fail when dist/ is not what the source renders')
    .option('--strict', 'warnings and unknowns fail too')
    .option('--allow-delete <id...>', 'objects or apps that may be deleted: prod/shop, prod/shop/StatefulSet/shop/db')
    .addOption(new Option('--referee <name...>', 'also ask an outside judge').choices(REFEREES))
    .option('--no-typecheck', 'do not run the TypeScript compiler beside the rendering')
    .addOption(new Option('-f, --format <format>', 'of the result').choices(['text', 'json']).default('text'))
    .action(async (flags: SynthFlags) => run(program, flags));
}

async function run(program: Command, flags: SynthFlags): Promise<void> {
  const started = performance.now();
  const output = terminalOutput(program.opts());
  const result = await synth(rootsOf(program, flags.out), {
    selection: selectionOf(flags),
    check: flags.check === true,
    strict: flags.strict === true,
    referees: flags.referee ?? [],
    allowDelete: flags.allowDelete ?? [],
    typeCheck: flags.typecheck,
    onProgress: (p) => output.progress(progressLine(p)),
  });
  output.progress('');
  if (flags.format === 'json') output.result(synthJson(result.verdicts, result.files ?? null));
  else print(output, result, flags, (performance.now() - started) / 1000);
  process.exitCode = result.failed ? 1 : 0;
}

function print(output: Output, result: SynthResult, flags: SynthFlags, seconds: number): void {
  const findings = findingsText(
    result.verdicts.flatMap((v) => v.findings),
    { colour: output.colour },
  );
  if (findings !== '') output.result(findings);
  output.result(synthText(result, { seconds, strict: flags.strict === true, verbose: false }));
}
