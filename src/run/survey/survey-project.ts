import type { CommittedMemory } from '../../load/committed';
import { withoutStrays } from '../threads/stray-errors';
import { earlyThreads } from '../threads/thread';
import { withAppsOutputApart } from './apps-output';
import { besideTypeCheck } from './beside-type-check';
import type { JobOptions } from './environment-job';
import type { Project, Roots, Selection } from './project';
import type { RenderProgress } from './render-environments';
import { Stages } from './stages';
import type { Survey } from './survey';

export interface RunOptions {
  readonly selection: Selection;
  /** Runs the project's own TypeScript compiler beside the rendering. */
  readonly typeCheck: boolean;
  /** Runs the apps in a process without files, processes, threads, native code and environment variables. */
  readonly sandbox?: boolean;
  /** Renders a second time, as another machine on another day would, and compares. */
  readonly verifyDeterminism?: boolean;
  /** Threads that render. `@default` - one per core, where there is enough work */
  readonly jobs?: number;
  readonly onProgress?: (progress: RenderProgress) => void;
  /** What earlier runs of this process read of the output. */
  readonly memory?: CommittedMemory;
}

export interface Surveyed extends Survey {
  readonly project: Project;
}

/** What renders is loaded while the apps are being bundled. */
const loadSurvey = () => import('./survey.js');

/**
 * Everything that `synth`, `check`, `diff` and `trust` have in common: load, and render and judge each environment.
 * Whoever calls it ends the survey.
 * @throws ToolError with the type errors and the problems of settings, apps and rendering together
 */
export async function surveyProject(
  roots: Roots,
  options: RunOptions,
  wanted: JobOptions,
  stages = new Stages(),
): Promise<Surveyed> {
  const begun: Survey[] = [];
  const { memory, sandbox = false, selection } = options;
  // What the sandbox makes lies in this thread; others would run the apps themselves.
  const early = sandbox ? [] : earlyThreads(roots, selection, options.jobs);
  try {
    const work = async () => {
      const { dataOf, loadProject, verifyWhereAsked } = await import('./load-project.js');
      const read = await loadProject(roots, selection, { sandbox, stages, meanwhile: loadSurvey });
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
