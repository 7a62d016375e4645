import type { Problem } from '../model/errors';

/** How cdk8s tells what the patching library says: `TEST_OPERATION_FAILED: Test operation failed`, then the operation and the object. */
const SAID =
  /: (?<code>[A-Z_]+): (?<said>[^\n]*)\nname: \k<code>\nindex: \d+\noperation: \{\s+"op": "(?<op>[^"\n]*)",\s+"path": (?<path>"(?:[^"\\\n]|\\.)*")/;

/**
 * What a JSON patch that cannot be applied is told as. The error of the patching library holds the whole object, which
 * is long, and may hold a Secret.
 * @returns undefined for any other error
 */
export function patchProblem(message: string): Pick<Problem, 'message' | 'fix'> | undefined {
  const { said, op, path } = SAID.exec(message)?.groups ?? {};
  if (said === undefined || op === undefined || path === undefined) return undefined;
  return {
    message: `the JSON patch \`${op} ${JSON.parse(path)}\` cannot be applied: ${said.charAt(0).toLowerCase()}${said.slice(1)}.`,
    fix:
      op === 'test'
        ? 'correct the value that the patch expects, or remove the patch.'
        : 'correct the path, or add what leads to it first.',
  };
}
