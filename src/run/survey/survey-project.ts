import { withoutStrays } from '../threads/stray-errors';
import { earlyThreads } from '../threads/thread';
import { withAppsOutputApart } from './apps-output';
import { besideTypeCheck } from './beside-type-check';
import type { JobOptions } from './environment-job';
import { mayBePinned } from './may-be-pinned';
import type { Roots, RunOptions } from './run-options';
import { Stages } from './stages';
import type { Survey } from './survey';
import type { Surveyed } from './surveyed';

/** What renders is loaded while the apps are being bundled. */
const loadSurvey = () => import('./survey.js');

/**
 * Everything that `synth`, `check`, `diff` and `trust` have in common: load, and render and judge each environment, from
 * the revision that its release names. The caller ends the survey.
 * @throws ToolError with the type errors and the problems of settings, apps and rendering together
 */
export async function surveyProject(
  roots: Roots,
  options: RunOptions,
  wanted: JobOptions,
  stages = new Stages(),
): Promise<Surveyed> {
  if (!mayBePinned(roots.project, options.texts)) return surveySource(roots, options, wanted, stages);
  const { surveyPinned } = await import('./survey-pinned.js');
  return surveyPinned(roots, options, (...source) => surveySource(...source, wanted, stages));
}

/** Renders from one folder of source. */
async function surveySource(roots: Roots, options: RunOptions, wanted: JobOptions, stages: Stages): Promise<Surveyed> {
  const begun: Survey[] = [];
  const { kubernetesVersion, memory, sandbox = false, selection, stock = false, texts } = options;
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
        texts,
        meanwhile: loadSurvey,
      });
      await verifyWhereAsked(read, options);
      const project = memory === undefined ? read : { ...read, memory };
      const { survey } = await loadSurvey();
      const surveyed = await survey(project, dataOf(project), { ...options, ...wanted }, early);
      begun.push(surveyed);
      return { ...surveyed, project, pins: [] };
    };
    return await withAppsOutputApart(() => withoutStrays(() => besideTypeCheck(roots, options, work)));
  } catch (error) {
    // Types that are wrong are told after everything was rendered.
    for (const survey of begun) await survey.end();
    for (const thread of early) await thread.stop();
    throw error;
  }
}
