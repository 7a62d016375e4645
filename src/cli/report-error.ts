import { CommanderError } from 'commander';
import { describeProblem, isToolError, type ToolError } from '../model/errors';

/** All problems of an error, each with its code. */
export function toolErrorText(error: ToolError): string {
  return error.problems
    .map((problem) => `error ${problem.code ?? error.code}: ${describeProblem(problem)}`)
    .join('\n\n');
}

/** Says on stderr what ended the work. @returns the exit code */
export function reportError(error: unknown, verbose = false): number {
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
