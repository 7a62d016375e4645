import { Command } from 'commander';
import * as check from './commands/check';
import * as diff from './commands/diff';
import * as facts from './commands/facts';
import * as kubeconform from './commands/kubeconform';
import * as synth from './commands/synth';
import * as trust from './commands/trust';
import { requireFreshBuild } from './fresh-build';
import { endProcess, guardProcess } from './guard-process';
import { reportError } from './report-error';
import { PACKAGE_ROOT } from './roots';

const COMMANDS = [synth, check, diff, facts, trust, kubeconform];

/** The command line as a process of its own, which ends when the work is done. */
export async function run(argv: readonly string[]): Promise<never> {
  const release = guardProcess();
  await main(argv);
  release();
  return endProcess();
}

/** Runs the command line; the exit code is set when the returned promise resolves. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('cdk8s-eks')
    .description('Renders typed charts for Amazon EKS into dist/<environment>/, checked, ready for Argo CD.')
    .option('-p, --project <dir>', 'the project to work on (default: the current folder)')
    .option('-q, --quiet', 'no progress and no log')
    .option('-v, --verbose', 'say more about what is done')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'error ARGUMENTS: ')) });
  for (const { register } of COMMANDS) register(program);
  try {
    requireFreshBuild(PACKAGE_ROOT);
    await program.parseAsync(kubeconform.withItsOwnArguments(argv), { from: 'user' });
  } catch (error) {
    process.exitCode = reportError(error, program.opts<{ verbose?: boolean }>().verbose === true);
  }
}
