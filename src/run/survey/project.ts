import type { LoadedApps } from '../../load/apps';
import type { CommittedMemory } from '../../load/committed';
import type { Environment } from '../../model/environment';
import { type Problem, ToolError } from '../../model/errors';
import type { SchemaStore } from '../../model/schema';
import { suggest } from '../../model/suggest';
import type { Roots, Selection } from './run-options';

/** Everything that was read before anything is rendered. */
export interface Project {
  readonly roots: Roots;
  /** All environments, also those not selected: one environment's values must not appear in another's output. */
  readonly environments: readonly Environment[];
  readonly selected: readonly Environment[];
  readonly apps: LoadedApps;
  /** Whether only some apps were loaded. */
  readonly partial: boolean;
  /** Whether cdk8s is used as it is, without `render/fast`. */
  readonly stock: boolean;
  readonly schemasOf: (environment: Environment) => SchemaStore;
  /** Set where one process renders again and again. */
  readonly memory?: CommittedMemory;
}

export function unknownEnvironment(name: string, names: readonly string[]): Problem {
  const nearest = suggest(name, names);
  const hint = nearest === undefined ? `The environments are: ${names.join(', ')}.` : `Did you mean "${nearest}"?`;
  return { message: `there is no environment "${name}" under environments/. ${hint}` };
}

/** The selected environments. @throws ToolError ARGUMENTS for a name that no environment has */
export function selectEnvironments(all: readonly Environment[], selection: Selection): readonly Environment[] {
  const names = all.map((e) => e.name);
  const problems = selection.environments
    .filter((name) => !names.includes(name))
    .map((name) => unknownEnvironment(name, names));
  if (problems.length > 0) throw new ToolError('ARGUMENTS', problems);
  const selected = all.filter(
    (e) =>
      (selection.environments.length === 0 || selection.environments.includes(e.name)) &&
      (selection.tiers.length === 0 || selection.tiers.includes(e.tier)),
  );
  if (selected.length > 0) return selected;
  const tiers = [...new Set(all.map((environment) => environment.tier))].join(', ');
  const which = selection.environments.length > 0 ? `none of ${selection.environments.join(', ')}` : 'none';
  const message = `no environment is selected: ${which} is of tier ${selection.tiers.join(', ')}.`;
  throw new ToolError('ARGUMENTS', [{ message, fix: `use a tier that environments have: ${tiers}.` }]);
}
