import { ToolError } from '../../model/errors';
import { NO_REFEREES, type Roots } from '../survey/run-options';
import { surveyProject } from '../survey/survey-project';
import type { RehearsalOptions } from './rehearse-release';

/** By app, why environments leave it out. */
export type SkipsOfApps = ReadonlyMap<string, Readonly<Record<string, string>>>;

/**
 * What is promoted has to have run before: the output of the environment it comes from is what its release renders.
 * @returns by app, the environments that leave it out, with the reason
 * @throws ToolError DIFFERENCES with each app that is not, or as `surveyProject` does
 */
export async function requireRendered(
  roots: Roots,
  environment: string,
  apps: readonly string[],
  options: RehearsalOptions,
): Promise<SkipsOfApps> {
  const selection = { environments: [environment], tiers: [], apps };
  const { results, end, project } = await surveyProject(
    roots,
    { ...options, selection },
    { referees: NO_REFEREES, compare: true },
  );
  await end();
  const paths = results.flatMap(({ differences: { missing, changed, stale } }) => [...missing, ...changed, ...stale]);
  const problems = apps.flatMap((app) => {
    const own = paths.filter((path) => path.startsWith(`${environment}/${app}/`));
    if (own.length === 0) return [];
    const files = own.length === 1 ? `dist/${own[0]}` : `${own.length} files of dist/${environment}/${app}/`;
    const message = `${app} is not in dist/ of ${environment} as its source and its release say (${files}): what would be promoted never ran there.`;
    const fix = `run \`cdk8s-eks synth --env ${environment}\`, merge it, see it run, and promote then.`;
    return [{ message, fix }];
  });
  if (problems.length > 0) throw new ToolError('DIFFERENCES', problems);
  return new Map(project.apps.apps.map(({ definition }) => [definition.name, definition.skip ?? {}]));
}
