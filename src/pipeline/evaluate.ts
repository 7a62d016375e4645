import { isToolError, ToolError } from '../model/errors';
import type { Verdict } from '../model/finding';
import { typeCheck } from '../referee/type-check';
import { checkEnvironments } from './check-environments';
import { loadProject } from './load-project';
import type { Project, Roots, Selection } from './project';
import { type RenderedEnvironment, type RenderProgress, renderEnvironments } from './render-environments';
import { verifyDeterminism } from './verify-determinism';

export interface EvaluateOptions {
  readonly selection: Selection;
  /** Runs the project's own TypeScript compiler beside the rendering. */
  readonly typeCheck: boolean;
  /** Runs the apps in a process without files, processes, threads, native code and environment variables. */
  readonly sandbox?: boolean;
  /** Renders a second time, as another machine on another day would, and compares. */
  readonly verifyDeterminism?: boolean;
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
  const types = options.typeCheck ? settle(typeCheck(roots.project)) : Promise.resolve(undefined);
  let failure: unknown;
  let evaluation: Evaluation | undefined;
  try {
    const project = await loadProject(roots, options.selection, options);
    if (options.verifyDeterminism === true) await verifyDeterminism(project, options.sandbox === true);
    const rendered = renderEnvironments(project, options.onProgress);
    evaluation = { project, rendered, verdicts: checkEnvironments(project, rendered) };
  } catch (error) {
    failure = error;
  }
  const typeError = await types;
  if (failure !== undefined && !isToolError(failure)) throw failure;
  if (isToolError(typeError)) throw withTypes(typeError, failure);
  if (typeError !== undefined) throw typeError;
  if (evaluation === undefined) throw failure;
  return evaluation;
}

/** Type errors first. What code with type errors does when it runs is their consequence and is left out. */
function withTypes(types: ToolError, failure: unknown): ToolError {
  if (!isToolError(failure) || failure.code === 'APP_RENDER') return types;
  const others = failure.problems.map((problem) => ({ ...problem, code: failure.code }));
  return new ToolError('TYPES', [...types.problems, ...others]);
}

/** The rejection of a promise as a value, so that it can wait until the rendering has finished. */
async function settle(promise: Promise<void>): Promise<unknown> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    return error;
  }
}
