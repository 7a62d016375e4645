import { type Command, Option } from 'commander';
import { jsonDocument } from '../../report/json';
import { placeMarkdown } from '../../report/place-markdown';
import { placeText } from '../../report/place-text';
import { terminalOutput } from '../output';
import { rootsOf } from '../roots';
import { addSelectionFlags, type SelectionFlags, selectionOf } from '../selection';

interface PlaceFlags extends SelectionFlags {
  readonly format: 'text' | 'json' | 'markdown';
  readonly reasons?: boolean;
}

export function register(program: Command): void {
  addSelectionFlags(
    program
      .command('place')
      .description(
        'for each workload the Fargate profile, node group or NodePool that takes it, its size and what it costs',
      ),
  )
    .option('--reasons', 'say of each other pool why it does not take a workload')
    .addOption(
      new Option('-f, --format <format>', 'of the table').choices(['text', 'json', 'markdown']).default('text'),
    )
    .action((flags: PlaceFlags) => run(program, flags));
}

async function run(program: Command, flags: PlaceFlags): Promise<void> {
  const output = terminalOutput(program.opts());
  const { place } = await import('../../run/commands/place.js');
  const reports = await place(rootsOf(program), selectionOf(flags));
  const options = { colour: output.colour, reasons: flags.reasons === true };
  if (flags.format === 'json') output.result(jsonDocument('place', { environments: reports }));
  else if (flags.format === 'markdown') output.result(reports.map(placeMarkdown).join('\n'));
  else output.text(reports.map((report) => placeText(report, options)).join('\n'));
  const findings = reports.flatMap((report) => report.findings);
  const fails = findings.some(({ severity, silenced }) => severity === 'error' && silenced === undefined);
  process.exitCode = fails ? 1 : 0;
}
