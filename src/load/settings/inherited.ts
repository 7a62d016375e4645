import { defined } from '../../model/defined';
import type { Problem } from '../../model/errors';
import { listed } from '../../model/lists';
import type { SourcePlace } from '../../model/source-place';
import type { MergedSettings } from './merge';
import type { FoundProblem } from './setting-problem';

/** An environment with what is wrong with it. */
export interface JudgedEnvironment {
  readonly name: string;
  /** Where its own file says what it extends. */
  readonly extendsAt: SourcePlace;
  /** Its own file and the parents, by their names. */
  readonly files: readonly string[];
  /** Absent where not even its file could be read. */
  readonly settings?: MergedSettings;
  /** Whether all of it was judged, so that what is not told is right. */
  readonly isWhole: boolean;
  readonly problems: readonly FoundProblem[];
}

/** One problem, and the environments that have it. */
interface Shared {
  readonly problem: FoundProblem;
  readonly wrong: JudgedEnvironment[];
}

/**
 * All problems, one that environments inherit together once: with the environments that have it, and where others
 * inherit the same and are right with it, with a repair that leaves those alone.
 */
export function problemsOfAll(environments: readonly JudgedEnvironment[]): readonly Problem[] {
  const found = new Map<string, Shared>();
  for (const environment of environments) {
    for (const problem of environment.problems) {
      const key = JSON.stringify(problem);
      const shared = found.get(key);
      if (shared === undefined) found.set(key, { problem, wrong: [environment] });
      else if (!shared.wrong.includes(environment)) shared.wrong.push(environment);
    }
  }
  return [...found.values()].map((shared) => told(shared, environments));
}

function told({ problem: { about, ...problem }, wrong }: Shared, environments: readonly JudgedEnvironment[]): Problem {
  const { place } = problem;
  const heirs = place === undefined ? [] : wrong.filter(({ name }) => !place.file.startsWith(folderOf(name)));
  // What is wrong for everybody is wrong where it stands.
  if (place === undefined || heirs.length === 0 || wrong.length === environments.length) return problem;
  const related = heirs.map(({ name, extendsAt }) => ({ message: `inherited by ${name}`, place: extendsAt }));
  const others = environments.filter((other) => isRightWith(other, place));
  const right = about === 'unknown-key' ? others : others.filter((other) => has(other, place, problem.path));
  if (right.length === 0) return { ...problem, related: [...(problem.related ?? []), ...related] };
  const inherit = right.length === 1 ? 'inherits' : 'inherit';
  const message = `for ${named(wrong)}: ${problem.message} It is not wrong for ${named(right)}, which ${inherit} it too.`;
  const heirsOf = right.filter((other) => has(other, place, problem.path));
  const fix = fixOf({ ...problem, ...defined({ about }) }, wrong, heirsOf);
  return { ...problem, related: [...(problem.related ?? []), ...related], message, ...defined({ fix }) };
}

function folderOf(name: string): string {
  return `environments/${name}/`;
}

/** Whether an environment reads the file and has no problem there. */
function isRightWith({ isWhole, files, problems }: JudgedEnvironment, place: SourcePlace): boolean {
  return isWhole && files.includes(place.file) && !problems.some((problem) => isSame(problem.place, place));
}

/** Whether it has what stands there, and nothing of its own instead. */
function has({ settings }: JudgedEnvironment, place: SourcePlace, path = ''): boolean {
  const position = settings?.positions.get(path);
  return isSame(position?.value.place, place) || isSame(position?.key?.place, place);
}

function isSame(a: SourcePlace | undefined, b: SourcePlace): boolean {
  return a !== undefined && a.file === b.file && a.line === b.line && a.column === b.column;
}

/** A list or a text is replaced by one in the environment's own file; a key cannot be taken away there, nor a map. */
function fixOf(
  { about, fix, path = '', place }: FoundProblem,
  wrong: readonly JudgedEnvironment[],
  heirs: readonly JudgedEnvironment[],
): string | undefined {
  if (about === 'key') return fix;
  if (about === undefined)
    return `write \`${path.replace(/\[\d.*$/, '')}\` for ${named(wrong)} alone, in ${filesOf(wrong)}: ${fix}`;
  const out = `take \`${path}\` out of ${place?.file ?? 'the file'}`;
  const moved = heirs.length === 0 ? out : `${out}, and write it in ${filesOf(heirs)}`;
  return about === 'map' ? `${moved}; for ${named(wrong)}, ${fix}` : `${moved}.`;
}

function named(environments: readonly JudgedEnvironment[]): string {
  return listed(environments.map(({ name }) => name));
}

function filesOf(environments: readonly JudgedEnvironment[]): string {
  return listed(environments.map(({ name }) => `${folderOf(name)}environment.yaml`));
}
