import { loadEnvironments } from '../../load/settings/environments';
import type { Environment } from '../../model/environment';
import { ToolError } from '../../model/errors';
import { unknownEnvironment } from '../survey/project';
import type { Roots } from '../survey/run-options';

/** Environments by their names, in that order. @throws ToolError ARGUMENTS for each name that no environment has */
export function environmentsNamed(roots: Roots, names: readonly string[]): readonly Environment[] {
  const all = loadEnvironments(roots.project);
  const known = all.map(({ name }) => name);
  const problems = names.filter((name) => !known.includes(name)).map((name) => unknownEnvironment(name, known));
  if (problems.length > 0) throw new ToolError('ARGUMENTS', problems);
  return names.flatMap((name) => all.filter((environment) => environment.name === name));
}
