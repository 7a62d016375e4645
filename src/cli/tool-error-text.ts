import { describeProblem, type ToolError } from '../model/errors';

/** All problems of an error, each with its code. */
export function toolErrorText(error: ToolError): string {
  return error.problems
    .map((problem) => `error ${problem.code ?? error.code}: ${describeProblem(problem)}`)
    .join('\n\n');
}
