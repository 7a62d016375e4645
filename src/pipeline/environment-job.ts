import { isToolError, type Problem, type ToolError } from '../model/errors';
import type { FileSpec } from '../model/file-spec';
import type { Verdict } from '../model/finding';
import { compareFiles } from '../write/compare-files';
import { checkEnvironment } from './check-environments';
import type { Project } from './project';
import { questionOf, refereeVerdicts } from './referee';
import type { RefereeOptions } from './referee-names';
import { type Delivered, deliveryOf, renderEnvironment, type SkippedApp, type Tick } from './render-environments';
import { writeScope } from './scope';
import { type Stage, Stages } from './stages';

/** What is wanted of each environment. */
export interface JobOptions {
  readonly referees: RefereeOptions;
  /** Compares with the output folder. */
  readonly compare: boolean;
  /** Hands on the content of the files. */
  readonly contents: boolean;
}

/** One environment, done: all that is left of it. Plain data, which threads can hand on. */
export interface EnvironmentResult {
  readonly environment: string;
  readonly skipped: readonly SkippedApp[];
  readonly verdicts: readonly Verdict[];
  readonly delivered: readonly Delivered[];
  /** Paths this run owns. */
  readonly scope: readonly string[];
  readonly differences: Differences;
  readonly foreign: readonly string[];
  readonly unchanged: number;
  readonly stages: readonly Stage[];
  readonly files: readonly Pick<FileSpec, 'path' | 'content'>[];
}

export interface Differences {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly stale: readonly string[];
}

/** What became of an environment. */
export type Outcome =
  | { readonly result: EnvironmentResult }
  /** User code failed; the problems of all environments are told together. */
  | { readonly problems: readonly Problem[] }
  | { readonly error: unknown };

/** Renders, judges and compares one environment. Nothing is thrown: whoever runs the job has others to collect. */
export async function runJob(project: Project, index: number, options: JobOptions, tick: Tick): Promise<Outcome> {
  try {
    const environment = project.selected[index];
    if (environment === undefined) throw new Error(`there is no environment ${index}.`);
    const stages = new Stages();
    const rendered = stages.time('rendering', () => renderEnvironment(project, environment, tick));
    if ('problems' in rendered) return { problems: rendered.problems };
    const verdicts = [checkEnvironment(project, rendered, stages)];
    if (options.referees.names.length > 0) {
      const ask = () => refereeVerdicts(options.referees, [questionOf(project, rendered)]);
      verdicts.push(...(await stages.time('referees', ask)));
    }
    const scope = writeScope(project, rendered);
    const { out } = project.roots;
    const compared = options.compare
      ? stages.time('comparing', () => compareFiles(out, rendered.files, scope))
      : NOT_COMPARED;
    const { missing, changed, stale, foreign, unchanged } = compared;
    const paths = (files: readonly FileSpec[]) => files.map((file) => file.path);
    return {
      result: {
        environment: environment.name,
        skipped: rendered.skipped,
        verdicts,
        delivered: deliveryOf(rendered),
        scope,
        differences: { missing: paths(missing), changed: paths(changed), stale },
        foreign,
        unchanged,
        stages: stages.list(),
        files: options.contents ? rendered.files.map(({ path, content }) => ({ path, content })) : [],
      },
    };
  } catch (error) {
    return { error };
  }
}

const NOT_COMPARED = { missing: [], changed: [], stale: [], foreign: [], unchanged: 0 };

/** An error on its way between threads, where classes and causes are lost. */
export interface PortableError {
  readonly tool?: Pick<ToolError, 'code' | 'problems'>;
  readonly stack: string;
}

export function portable(error: unknown): PortableError {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return isToolError(error) ? { tool: { code: error.code, problems: error.problems }, stack } : { stack };
}
