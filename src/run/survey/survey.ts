import { type Problem, ToolError } from '../../model/errors';
import { type Holder, KeptFiles } from '../../write/kept-files';
import { Helpers } from '../threads/helpers';
import type { Thread } from '../threads/thread';
import { type EnvironmentResult, type JobOptions, type Outcome, runJob } from './environment-job';
import type { ProjectData } from './load-project';
import type { Project } from './project';
import { requireReferees } from './referee';
import { requireOwnNames } from './render-environment';
import type { RenderProgress } from './run-options';
import { requireReadEntries } from './unread-release';

export interface SurveyOptions extends JobOptions {
  /** Threads that render, this one included. `@default` - one per core, where there is enough work */
  readonly jobs?: number;
  readonly onProgress?: (progress: RenderProgress) => void;
}

export interface Survey {
  /** In the order of the environments, whichever thread made them. */
  readonly results: readonly EnvironmentResult[];
  /** The threads that keep the files, this one first. */
  readonly holders: readonly Holder[];
  /** Lets go of the files and the threads. */
  readonly end: () => Promise<void>;
}

/**
 * Renders and judges environment after environment, each of which is let go before the next: memory does not grow
 * with their number.
 * @param early threads that wait for a task; the caller stops them when this throws
 * @throws ToolError APP_RENDER with the problems of all apps in all environments, or the first of the others
 */
export async function survey(
  project: Project,
  data: ProjectData,
  options: SurveyOptions,
  early: readonly Thread[] = [],
): Promise<Survey> {
  const count = project.selected.length;
  requireReferees(
    options.referees,
    project.selected.map(({ name }) => name),
  );
  const outcomes: Outcome[] = new Array(count);
  const progress = progressOf(project, options);
  // What the sandbox made lies in this thread; others would run the apps themselves.
  const jobs = project.apps.renderApp === undefined ? {} : { jobs: 1 };
  const kept = new KeptFiles();
  const helpers = new Helpers(
    data,
    { ...options, ...jobs },
    {
      tick: progress.tick,
      done: (index, outcome) => {
        outcomes[index] = outcome;
      },
    },
    early,
  );
  const end = async () => {
    kept.close();
    await helpers.stop();
  };
  try {
    for (let index = helpers.next(); index < count; index = helpers.next()) {
      outcomes[index] = await runJob(project, index, options, kept, (environment, app) => {
        progress.tick(environment, app);
        helpers.considerStarting(progress.done(), progress.total);
      });
      // What the others have finished in the meantime is taken over now.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const others = await helpers.finish();
    return { results: resultsOf(project, outcomes), holders: [kept, ...others], end };
  } catch (error) {
    await end();
    throw error;
  }
}

function resultsOf(project: Project, outcomes: readonly Outcome[]): readonly EnvironmentResult[] {
  const problems: Problem[] = [];
  for (const outcome of outcomes) if ('problems' in outcome) problems.push(...outcome.problems);
  if (problems.length > 0) throw new ToolError('APP_RENDER', problems);
  const results = outcomes.map((outcome) => {
    if ('error' in outcome) throw outcome.error;
    return (outcome as { readonly result: EnvironmentResult }).result;
  });
  requireOwnNames(
    project,
    results.flatMap((result) => result.delivered),
  );
  requireReadEntries(project, results);
  return results;
}

function progressOf(project: Project, { onProgress }: SurveyOptions) {
  const total = project.selected.length * project.apps.apps.length;
  let done = 0;
  return {
    total,
    done: () => done,
    tick: (environment: string, app: string) => {
      done += 1;
      onProgress?.({ environment, app, done, total });
    },
  };
}
