import { join } from 'node:path';
import { bundleProject, loadApps } from '../load/apps';
import { loadSchemas } from '../load/schemas';
import { loadEnvironments } from '../load/settings/environments';
import type { Environment } from '../model/environment';
import { type Problem, ToolError } from '../model/errors';
import type { SchemaStore } from '../model/schema';
import { didYouMean } from '../model/suggest';
import { type Project, type Roots, type Selection, selectEnvironments } from './project';
import { loadSandboxed } from './render-apart';

export interface LoadOptions {
  /** Runs the apps in a process that can reach neither files nor processes. */
  readonly sandbox?: boolean;
}

/**
 * Reads everything a run needs, before anything is rendered: all environments, the selected apps,
 * and on demand the one schema version an environment needs.
 * @throws ToolError with all problems of the settings, or of the apps
 */
export async function loadProject(roots: Roots, selection: Selection, options: LoadOptions = {}): Promise<Project> {
  const environments = loadEnvironments(roots.project);
  const selected = selectEnvironments(environments, selection);
  const schemasOf = schemaCache(roots);
  const bundled = await bundleProject(roots.project, selection.apps);
  const apps = options.sandbox
    ? await loadSandboxed({ roots, bundled, environments: selected, schemasOf })
    : loadApps(roots.project, bundled);
  const problems = apps.apps.flatMap(({ definition, modulePath }) =>
    declarationProblems(definition.owner, Object.entries(definition.skip ?? {}), modulePath, environments),
  );
  if (problems.length > 0) throw new ToolError('APP_MODULE', problems);
  return { roots, environments, selected, apps, partial: selection.apps.length > 0, schemasOf };
}

/** An app may name only owners and environments that exist, and a skip needs its reason. */
function declarationProblems(
  owner: string,
  skips: readonly [string, string][],
  modulePath: string,
  environments: readonly Environment[],
): Problem[] {
  const place = { file: modulePath, line: 1, column: 1 };
  const problems: Problem[] = [];
  const owners = [...new Set(environments.flatMap((e) => Object.keys(e.owners)))];
  if (!owners.includes(owner)) {
    problems.push({
      place,
      message: `owner "${owner}" is not declared.${didYouMean(owner, owners)}`,
      fix: `declare it under \`owners\` in environments/defaults.yaml, or use one of: ${owners.join(', ')}.`,
    });
  }
  const names = environments.map((e) => e.name);
  for (const [name, reason] of skips) {
    if (!names.includes(name)) {
      const message = `skip names the environment "${name}", which does not exist.${didYouMean(name, names)}`;
      problems.push({ place, message, fix: `use one of: ${names.join(', ')}.` });
    } else if (typeof reason !== 'string' || reason.trim() === '') {
      problems.push({
        place,
        message: `skip.${name} gives no reason.`,
        fix: 'say in a sentence why the app is left out there.',
      });
    }
  }
  return problems;
}

function schemaCache(roots: Roots): (environment: Environment) => SchemaStore {
  const stores = new Map<string, SchemaStore>();
  return ({ kubernetesVersion }) => {
    const known = stores.get(kubernetesVersion);
    if (known !== undefined) return known;
    const store = loadSchemas(join(roots.package, 'imports', 'schemas'), kubernetesVersion);
    stores.set(kubernetesVersion, store);
    return store;
  };
}
