import { withoutStrays } from '../threads/stray-errors';
import { earlyThreads } from '../threads/thread';
import { withAppsOutputApart } from './apps-output';
import { besideTypeCheck } from './beside-type-check';
import type { JobOptions } from './environment-job';
import type { Project } from './project';
import type { Roots, RunOptions } from './run-options';
import { Stages } from './stages';
import type { Survey } from './survey';

export interface Surveyed extends Survey {
  readonly project: Project;
}

/** What renders is loaded while the apps are being bundled. */
const loadSurvey = () => import('./survey.js');

/**
 * Everything that `synth`, `check`, `diff` and `trust` have in common: load, and render and judge each environment.
 * The caller ends the survey.
 * @throws ToolError with the type errors and the problems of settings, apps and rendering together
 */
export async function surveyProject(
  roots: Roots,
  options: RunOptions,
  wanted: JobOptions,
  stages = new Stages(),
): Promise<Surveyed> {
  const begun: Survey[] = [];
  const { kubernetesVersion, memory, sandbox = false, selection, stock = false } = options;
  // What the sandbox makes lies in this thread; others would run the apps themselves.
  const early = sandbox ? [] : earlyThreads(roots, selection, options.jobs);
  try {
    const work = async () => {
      const { dataOf, loadProject, verifyWhereAsked } = await import('./load-project.js');
      const read = await loadProject(roots, selection, {
        sandbox,
        stock,
        stages,
        kubernetesVersion,
        meanwhile: loadSurvey,
      });
      await verifyWhereAsked(read, options);
      const project = memory === undefined ? read : { ...read, memory };
      const { survey } = await loadSurvey();
      const surveyed = await survey(project, dataOf(project), { ...options, ...wanted }, early);
      begun.push(surveyed);
      return { ...surveyed, project };
    };
    return await withAppsOutputApart(() => withoutStrays(() => besideTypeCheck(roots, options, work)));
  } catch (error) {
    // Types that are wrong are told after everything was rendered.
    for (const survey of begun) await survey.end();
    for (const thread of early) await thread.stop();
    throw error;
  }
}
