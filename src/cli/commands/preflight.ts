import { type Command, Option } from 'commander';
import { jsonDocument } from '../../report/json';
import { preflightSummary, preflightText } from '../../report/preflight-text';
import { terminalOutput } from '../output';
import { rootsOf } from '../roots';

interface PreflightFlags {
  readonly format: 'text' | 'json';
  readonly strict?: boolean;
}

export function register(program: Command): void {
  program
    .command('preflight')
    .argument('<environment>')
    .description(
      'compare settings and rendered objects with facts.json, before a first sync and after each change of the cluster',
    )
    .addOption(new Option('-f, --format <format>', 'of the table').choices(['text', 'json']).default('text'))
    .option('--strict', 'fail on warnings and on what is unknown too')
    .action((name: string, flags: PreflightFlags) => run(program, name, flags));
}

async function run(program: Command, name: string, flags: PreflightFlags): Promise<void> {
  const output = terminalOutput(program.opts());
  const { preflight } = await import('../../run/commands/preflight.js');
  const { environment, clusterName, rows } = await preflight(rootsOf(program), name);
  const summary = preflightSummary(rows);
  if (flags.format === 'json') output.result(jsonDocument('preflight', { environment, clusterName, rows, summary }));
  else output.text(preflightText(`${environment}: cluster ${clusterName}`, rows));
  const fails = summary.problem > 0 || (flags.strict === true && summary.warning + summary.unknown > 0);
  process.exitCode = fails ? 1 : 0;
}
