import { defined } from './defined';
import { type Problem, ToolError } from './errors';
import type { Finding } from './finding';
import type { SecretValues } from './secret-values';
import { isError } from './thrown';

/** Findings that say nothing of what stands in a Secret. */
export function hideInFindings(findings: readonly Finding[], secrets: SecretValues): readonly Finding[] {
  if (secrets.isEmpty) return findings;
  return findings.map((finding) => {
    const { found, wanted } = finding;
    return {
      ...finding,
      ...defined({ found: found && secrets.hide(found), wanted: wanted && secrets.hide(wanted) }),
      message: secrets.hide(finding.message),
      fix: secrets.hide(finding.fix),
    };
  });
}

/** The same of an error. Its cause, which a test runner prints, is left out where it would tell. */
export function hideInError(error: ToolError, secrets: SecretValues): ToolError {
  if (secrets.hide(error.message) === error.message && !tells(error.cause, secrets)) return error;
  return new ToolError(
    error.code,
    error.problems.map((problem) => hideInProblem(problem, secrets)),
  );
}

function hideInProblem(problem: Problem, secrets: SecretValues): Problem {
  const { fix, picture } = problem;
  return {
    ...problem,
    message: secrets.hide(problem.message),
    ...defined({ fix: fix && secrets.hide(fix), picture: picture && secrets.hide(picture) }),
  };
}

/** Errors have causes in turn. One that cannot be read may hold anything. */
function tells(thrown: unknown, secrets: SecretValues, depth = 0): boolean {
  if (!isError(thrown) || depth > 10) return false;
  try {
    const text = `${thrown.message}\n${thrown.stack}`;
    return secrets.hide(text) !== text || tells(thrown.cause, secrets, depth + 1);
  } catch {
    return true;
  }
}
