import { CommanderError } from 'commander';
import { manyLines, sendable } from '../grammar/visible-text';
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
    process.stderr.write(sendable(`${toolErrorText(error)}\n`, { colour: false }));
    if (verbose && error.cause instanceof Error) process.stderr.write(`${manyLines(String(error.cause.stack))}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? error.stack : String(error);
  process.stderr.write(
    `error DEFECT: this is a mistake in cdk8s-eks, not in your project.\n${manyLines(String(text))}\n`,
  );
  return 3;
}
