import { manyLines, oneLine } from '../grammar/visible-text';
import { describePlace, type SourcePlace } from './source-place';

/** What the exit codes mean: the help and the pages take it from here. */
export const EXIT_CODES = [
  'clean; warnings are listed',
  'an error finding, or dist/ differs; with --strict a warning or an unknown too',
  'the arguments or an input are wrong',
  'a mistake in cdk8s-eks',
  'the outside did not answer',
] as const;

/** What a shell reports of a process that a signal ended: 128 and its number. */
export const SIGNAL_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

export type ExitCode = 0 | 1 | 2 | 3 | 4;

/** Every code has a row in docs/errors.md; a test walks this list. */
export const ERROR_CODES = {
  ARGUMENTS: { exit: 2, about: 'the command line is wrong' },
  SETTINGS: { exit: 2, about: 'an environment, release or defaults file is wrong' },
  FACTS: { exit: 2, about: 'facts.json is wrong or belongs to another cluster' },
  APP_MODULE: { exit: 2, about: 'an app module cannot be read, bundled or run' },
  APP_RENDER: { exit: 2, about: 'user code threw, or a construct refused its properties' },
  TYPES: { exit: 2, about: 'the TypeScript compiler found errors' },
  MANIFESTS: { exit: 2, about: 'a folder of YAML cannot be read' },
  COLLISION: { exit: 1, about: 'two objects reach one file' },
  NONDETERMINISM: { exit: 1, about: 'two renderings of the same source differ' },
  DIFFERENCES: { exit: 1, about: 'dist/ is not what the source renders' },
  OUTPUT: { exit: 2, about: 'the output folder, or the one for temporary files, cannot be used' },
  DELETION: { exit: 1, about: 'more would be deleted than was allowed' },
  STALE_BUILD: { exit: 3, about: 'lib/ is older than its sources' },
  DEFECT: { exit: 3, about: 'the tool broke one of its own promises' },
  LIVE: { exit: 4, about: 'AWS or a registry did not answer, or refused' },
  REFEREE: { exit: 4, about: 'an outside judge cannot be had or did not answer' },
} as const satisfies Record<string, { exit: ExitCode; about: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** One thing that is wrong with an input, where it is, and what to do. */
export interface Problem {
  /** Where an error holds problems of several codes. `@default` the error's own */
  readonly code?: ErrorCode;
  /** What was found and why it cannot be used. One or more full sentences. */
  readonly message: string;
  readonly place?: SourcePlace;
  /** Path of the setting, or of the construct. */
  readonly path?: string;
  /** The repair, in the imperative. */
  readonly fix?: string;
  /** The line with a caret below it, made by the code that read the file. */
  readonly picture?: string;
  /** Other places that the problem is about. */
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace {
  /** What is there, without a full stop: `inherited by prod`. */
  readonly message: string;
  readonly place: SourcePlace;
}

/** A problem that ends a run, and the kind of it. */
export interface Stop extends Problem {
  readonly code: ErrorCode;
}

export function stopsOf(error: ToolError): readonly Stop[] {
  return error.problems.map((problem) => ({ ...problem, code: problem.code ?? error.code }));
}

const BRAND = Symbol.for('cdk8s-eks.ToolError');

/** What cannot continue. Carries all problems that were found, not the first. */
export class ToolError extends Error {
  readonly [BRAND] = true;
  readonly exitCode: ExitCode;

  constructor(
    readonly code: ErrorCode,
    readonly problems: readonly Problem[],
    options?: { cause?: unknown },
  ) {
    super(problems.map((problem) => describeProblem(problem)).join('\n\n'), options);
    this.name = 'ToolError';
    this.exitCode = ERROR_CODES[code].exit;
  }
}

export function isToolError(value: unknown): value is ToolError {
  return typeof value === 'object' && value !== null && BRAND in value;
}

/**
 * The one place that composes the text of a problem, and makes harmless what it quotes.
 * @param also lines above the fix, harmless already
 */
export function describeProblem(problem: Problem, also: readonly string[] = []): string {
  const where = describeWhere(problem);
  const lines = [manyLines(where === '' ? problem.message : `${where}: ${problem.message}`)];
  if (problem.picture !== undefined) lines.push(problem.picture.split('\n').map(oneLine).join('\n'));
  lines.push(...relatedLines(problem).map((line) => `  ${line}`), ...also);
  if (problem.fix !== undefined) lines.push(manyLines(`fix: ${problem.fix}`));
  return lines.join('\n');
}

/** So many of the other places are written out. */
const MOST_RELATED = 8;

/** `inherited by prod at environments/prod/environment.yaml:2:10`, harmless, for each of the other places. */
export function relatedLines({ related = [] }: Problem): readonly string[] {
  const lines = related
    .slice(0, MOST_RELATED)
    .map(({ message, place }) => oneLine(`${message} at ${describePlace(place)}`));
  const left = related.length - MOST_RELATED;
  return left > 0 ? [...lines, `… and ${left} more; --format json lists them all`] : lines;
}

/** `apps/shop.ts:14:5 › prod › shop`; '' where nothing is known. */
export function describeWhere({ place, path }: Problem): string {
  return [place && describePlace(place), path].filter(Boolean).join(' › ');
}
