import type { Verdict } from '../model/finding';
import { besideTypeCheck } from './beside-type-check';
import { checkEnvironments } from './check-environments';
import { loadProject, verifyWhereAsked } from './load-project';
import type { Project, Roots, Selection } from './project';
import { type RenderedEnvironment, type RenderProgress, renderEnvironments } from './render-environments';

export interface EvaluateOptions {
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
}

export interface Evaluation {
  readonly project: Project;
  readonly rendered: readonly RenderedEnvironment[];
  readonly verdicts: readonly Verdict[];
}

/**
 * Everything that `synth`, `check` and `diff` have in common: load, render, check, in memory.
 * @throws ToolError with the type errors and the problems of settings, apps and rendering together
 */
export async function evaluate(roots: Roots, options: EvaluateOptions): Promise<Evaluation> {
  return besideTypeCheck(roots, options, async () => {
    const project = await loadProject(roots, options.selection, options);
    await verifyWhereAsked(project, options);
    const rendered = renderEnvironments(project, options.onProgress);
    return { project, rendered, verdicts: checkEnvironments(project, rendered) };
  });
}
