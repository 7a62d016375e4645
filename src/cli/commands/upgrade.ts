import { type Command, Option } from 'commander';
import { jsonDocument } from '../../report/json';
import { upgradeMarkdown } from '../../report/upgrade-markdown';
import { upgradeSummary, upgradeText } from '../../report/upgrade-text';
import { oneValue } from '../one-value';
import { terminalOutput } from '../output';
import { showProgress } from '../progress';
import { rootsOf } from '../roots';

interface UpgradeFlags {
  readonly to: string;
  readonly format: 'text' | 'json' | 'markdown';
  readonly strict?: boolean;
}

export function register(program: Command): void {
  program
    .command('upgrade')
    .argument('<environment>')
    .description('tell all that stands in the way of an upgrade of Kubernetes, and all that it changes, step by step')
    .requiredOption(
      '--to <version>',
      'the version to arrive at, such as 1.36; `next` is one above that of the cluster',
      oneValue('--to'),
    )
    .addOption(
      new Option('-f, --format <format>', 'of the report; markdown is for the change request')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .option('--strict', 'fail on what is unknown too')
    .action((name: string, flags: UpgradeFlags) => run(program, name, flags));
}

async function run(program: Command, name: string, flags: UpgradeFlags): Promise<void> {
  const started = performance.now();
  const output = terminalOutput(program.opts());
  const { upgrade } = await import('../../run/commands/upgrade.js');
  const report = await upgrade(rootsOf(program), name, {
    to: flags.to,
    ...(output.live && { onProgress: showProgress(output, started) }),
  });
  output.progress('');
  const summary = upgradeSummary(report.entries);
  if (flags.format === 'json') output.result(jsonDocument('upgrade', { ...report, summary }));
  else if (flags.format === 'markdown') output.result(upgradeMarkdown(report));
  else output.text(upgradeText(report, output.colour));
  const fails = summary.blocks > 0 || (flags.strict === true && summary.unknown > 0);
  process.exitCode = fails ? 1 : 0;
}
