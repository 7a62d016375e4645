import { Command, CommanderError } from 'commander';
import { isToolError, ToolError } from '../model/errors';
import * as check from './commands/check';
import * as diff from './commands/diff';
import * as facts from './commands/facts';
import * as synth from './commands/synth';
import * as trust from './commands/trust';
import { requireFreshBuild } from './fresh-build';
import { PACKAGE_ROOT } from './roots';
import { toolErrorText } from './tool-error-text';

const COMMANDS = [synth, check, diff, facts, trust];

/** Runs the command line; the exit code is set when the returned promise resolves. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('cdk8s-eks')
    .description('Renders typed charts for Amazon EKS into dist/<environment>/, checked, ready for Argo CD.')
    .option('-p, --project <dir>', 'the project to work on (default: the current folder)')
    .option('-q, --quiet', 'no progress and no log')
    .option('-v, --verbose', 'say more about what is done')
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) });
  for (const { register } of COMMANDS) register(program);
  process.stdout.on('error', endQuietly);
  process.once('exit', refuseEarlyEnd);
  try {
    requireFreshBuild(PACKAGE_ROOT);
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    process.exitCode = report(error, program.opts<{ verbose?: boolean }>().verbose === true);
  }
  process.removeListener('exit', refuseEarlyEnd);
}

/** What a shell says of a process that a signal ended begins here. */
const SIGNALLED = 128;

/** An app that calls process.exit(0) must not look like a run that found nothing. */
function refuseEarlyEnd(code: number): void {
  if (code > SIGNALLED) return;
  const error = new ToolError('APP_RENDER', [
    { message: 'the process ended before the work was done.', fix: 'look in the apps for process.exit().' },
  ]);
  process.stderr.write(`${toolErrorText(error)}\n`);
  process.exitCode = error.exitCode;
}

function report(error: unknown, verbose: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isToolError(error)) {
    process.stderr.write(`${toolErrorText(error)}\n`);
    if (verbose && error.cause instanceof Error) process.stderr.write(`${error.cause.stack}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`error DEFECT: this is a mistake in cdk8s-eks, not in your project.\n${text}\n`);
  return 3;
}

/** A reader that went away (`| head`) is no error, and hides none: the code that was decided stays. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.removeListener('exit', refuseEarlyEnd);
  process.exit();
}
