import { isToolError, ToolError } from '../model/errors';
import type { Verdict } from '../model/finding';
import { typeCheck } from '../referee/type-check';
import { checkEnvironments } from './check-environments';
import { loadProject } from './load-project';
import type { Project, Roots, Selection } from './project';
import { type RenderedEnvironment, type RenderProgress, renderEnvironments } from './render-environments';

export interface EvaluateOptions {
  readonly selection: Selection;
  /** Runs the project's own TypeScript compiler beside the rendering. */
  readonly typeCheck: boolean;
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
    const project = await loadProject(roots, options.selection);
    const rendered = renderEnvironments(project, options.onProgress);
    return { project, rendered, verdicts: checkEnvironments(project, rendered) };
  });
}

/**
 * Does work while the project's own compiler runs.
 * @throws ToolError with the type errors and the problems of the work together
 */
export async function besideTypeCheck<T>(
  roots: Roots,
  options: Pick<EvaluateOptions, 'typeCheck'>,
  work: () => Promise<T>,
): Promise<T> {
  const types = options.typeCheck ? settle(typeCheck(roots.project)) : Promise.resolve(undefined);
  let failure: unknown;
  let done: { readonly value: T } | undefined;
  try {
    done = { value: await work() };
  } catch (error) {
    failure = error;
  }
  const typeError = await types;
  if (failure !== undefined && !isToolError(failure)) throw failure;
  if (isToolError(typeError)) throw withTypes(typeError, failure);
  if (typeError !== undefined) throw typeError;
  if (done === undefined) throw failure;
  return done.value;
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
