import { settingsProblemsAt } from '../../load/settings/environment-problems';
import { loadEnvironments } from '../../load/settings/environments';
import { bootstrapWarnings } from '../../model/cluster/bootstrap-add-ons';
import { cliSteps } from '../../model/cluster/cli';
import { eksctlConfig } from '../../model/cluster/eksctl';
import { missingRoles } from '../../model/cluster/missing-roles';
import { clusterWarnings } from '../../model/cluster/warnings';
import type { EksEnvironment } from '../../model/environment';
import { type Problem, ToolError } from '../../model/errors';
import { type ProjectDifferences, projectDifferences, writeProjectFiles } from '../../write/project-files';
import { clusterFiles, clusterText, type Described } from '../cluster/texts';
import { selectEnvironments } from '../survey/project';
import type { Roots } from '../survey/run-options';

export { clusterText };

/** How a cluster is told: as eksctl reads it, as calls of the AWS CLI, or both as data. */
export type ClusterFormat = 'eksctl' | 'cli' | 'json';

export interface ClusterResult extends Described {
  readonly warnings: readonly Problem[];
}

/**
 * The cluster that an environment describes; nothing is asked of AWS.
 * @throws ToolError SETTINGS where the AWS CLI needs a role that the settings do not name
 */
export function cluster(roots: Roots, name: string, format: ClusterFormat): ClusterResult {
  const environment = eksEnvironment(roots, name);
  const isEksctl = format === 'eksctl';
  if (!isEksctl) requireRoles(roots, environment);
  const config = eksctlConfig(environment);
  const calls = isEksctl ? { steps: [], leftOut: [] } : cliSteps(environment);
  const found = [...clusterWarnings(environment), ...(isEksctl ? [] : bootstrapWarnings(environment))];
  const warnings = settingsProblemsAt(roots.project, name, found);
  return {
    name,
    eksctl: config.document,
    steps: calls.steps,
    leftOut: isEksctl ? config.leftOut : calls.leftOut,
    warnings,
  };
}

function eksEnvironment(roots: Roots, name: string): EksEnvironment {
  const all = loadEnvironments(roots.project);
  const [environment] = selectEnvironments(all, { environments: [name], tiers: [], apps: [] });
  if (environment?.platform === 'eks') return environment;
  const message = `${name} is a plain Kubernetes cluster; only clusters of Amazon EKS are described.`;
  throw new ToolError('ARGUMENTS', [{ message, fix: 'name an environment with platform: eks.' }]);
}

/** eksctl makes roles; a call of AWS names one. */
function requireRoles(roots: Roots, environment: EksEnvironment): void {
  const missing = missingRoles(environment).map(({ path, whose }) => ({
    path,
    message: `no role is named for ${whose}; EKS makes nothing without one.`,
    fix: `set ${path.join('.')} to a name under identity.iamRoles, or use --format eksctl, which makes the roles.`,
  }));
  if (missing.length > 0) throw new ToolError('SETTINGS', settingsProblemsAt(roots.project, environment.name, missing));
}

/** Writes a description into `clusters/<environment>/`. @throws ToolError OUTPUT */
export function writeCluster(roots: Roots, result: ClusterResult): ProjectDifferences {
  return writeProjectFiles(roots.project, clusterFiles(result));
}

/**
 * Compares a description with `clusters/<environment>/`.
 * @param again the command that writes it
 * @throws ToolError DIFFERENCES where the files are not what the environment describes
 */
export function checkCluster(roots: Roots, result: ClusterResult, again: string): void {
  const { changed, stale } = projectDifferences(roots.project, clusterFiles(result));
  const problems = [
    ...changed.map((file) => ({ file, message: `${file} is not what the environment describes.` })),
    ...stale.map((file) => ({ file, message: `${file} is a call that the environment no longer describes.` })),
  ].map(({ file, message }) => ({
    message,
    fix: `run \`${again}\`, and commit what it writes.`,
    place: { file, line: 1, column: 1 },
  }));
  if (problems.length > 0) throw new ToolError('DIFFERENCES', problems);
}
