import { type Command, Option } from 'commander';
import { isUnexplained } from '../../model/comparison/comparison';
import { compareMarkdown } from '../../report/compare-markdown';
import { compareText } from '../../report/compare-text';
import { machineReport } from '../../report/machine-report';
import { terminalOutput } from '../output';
import { renderingOf } from '../rendering';
import { rootsOf } from '../roots';

interface CompareFlags {
  readonly format: 'text' | 'json' | 'markdown';
}

export function register(program: Command): void {
  program
    .command('compare')
    .description('what differs between two environments that neither their settings nor a promotion explain')
    .argument('<from>', 'the environment that is promoted from, such as staging')
    .argument('<to>', 'the environment that is promoted to, such as prod')
    .addOption(
      new Option('-f, --format <format>', 'of the differences').choices(['text', 'json', 'markdown']).default('text'),
    )
    .action((from: string, to: string, flags: CompareFlags) => run(program, from, to, flags));
}

async function run(program: Command, from: string, to: string, { format }: CompareFlags): Promise<void> {
  const output = terminalOutput(program.opts());
  const { compare } = await import('../../run/commands/compare.js');
  const comparison = await compare(rootsOf(program), [from, to], { stock: renderingOf({}).stock });
  if (format === 'json') {
    const { fields, leftOut, unknown } = comparison;
    const more = { from, to, differences: fields, leftOut, unknown };
    output.result(machineReport('json', { command: 'compare', more }));
  } else if (format === 'markdown') output.result(compareMarkdown(comparison));
  else output.text(compareText(comparison));
  process.exitCode = isUnexplained(comparison) ? 1 : 0;
}
