import { join, resolve } from 'node:path';
import { check } from '../../checks/engine/check';
import { loadManifests } from '../../load/manifests';
import { loadSchemas } from '../../load/schemas';
import { loadEnvironments } from '../../load/settings/environments';
import { ToolError } from '../../model/errors';
import type { Verdict } from '../../model/finding';
import { layout } from '../../render/layout';
import { type Roots, type Selection, selectEnvironments } from '../survey/project';
import { refereeVerdicts } from '../survey/referee';
import type { RefereeOptions } from '../survey/referee-names';

export interface CheckManifestsOptions {
  readonly selection: Selection;
  readonly kubernetesVersion?: string;
  readonly referees: RefereeOptions;
}

/**
 * All rules on any folder of YAML, as if it were what one environment gets.
 * The folder has no owners, so what a team may render is not judged.
 * @throws ToolError ARGUMENTS unless exactly one environment is named; MANIFESTS for YAML that cannot be read
 */
export async function checkManifests(
  roots: Roots,
  folder: string,
  options: CheckManifestsOptions,
): Promise<readonly Verdict[]> {
  const environments = loadEnvironments(roots.project);
  const selected = selectEnvironments(environments, options.selection);
  const [found, ...others] = options.selection.environments.length === 0 ? [] : selected;
  if (found === undefined || others.length > 0) {
    const message = `--manifests judges a folder as one environment gets it; the environments are: ${environments.map((e) => e.name).join(', ')}.`;
    throw new ToolError('ARGUMENTS', [{ message, fix: 'add --env with one of them.' }]);
  }
  const environment = { ...found, kubernetesVersion: options.kubernetesVersion ?? found.kubernetesVersion };
  const objects = loadManifests(resolve(roots.project, folder), { environment: environment.name, root: roots.project });
  const schemas = loadSchemas(join(roots.package, 'imports', 'schemas'), environment.kubernetesVersion);
  const verdict = check({ environment, objects, schemas, appOwners: new Map(), environments });
  // What was read is written again for the judges: one object a file, as they know it.
  const files = layout(objects, () => folder.replace(/[^A-Za-z0-9._/-]/g, '_'));
  return [verdict, ...(await refereeVerdicts(options.referees, [{ environment: environment.name, files, schemas }]))];
}
