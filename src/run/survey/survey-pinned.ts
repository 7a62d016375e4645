import { relative } from 'node:path';
import { commitOf, commitsBehind } from '../../load/commits';
import { LOCK_FILES } from '../../load/lock-files';
import { type PinnedPlace, type PinnedSource, pinnedSource } from '../../load/pinned-source';
import { loadEnvironments } from '../../load/settings/environments';
import { releaseProblems } from '../../load/settings/release-file';
import type { Environment } from '../../model/environment';
import { isToolError, ToolError } from '../../model/errors';
import { type Pin, shortCommit } from '../../model/pin';
import { selectEnvironments } from './project';
import { requireOwnNames } from './render-environment';
import type { Roots, RunOptions } from './run-options';
import type { Surveyed } from './surveyed';

type SurveySource = (roots: Roots, options: RunOptions) => Promise<Surveyed>;

/** Environments that are rendered from the same source; without a commit, from the one that lies here. */
interface Group {
  readonly commit?: string;
  readonly environments: readonly Environment[];
}

/**
 * Renders each environment from the revision that its release names, with the settings of today: first those without a
 * pin, then revision after revision.
 * @throws ToolError SETTINGS for a revision that cannot be had, or as the rendering does
 */
export async function surveyPinned(roots: Roots, options: RunOptions, surveySource: SurveySource): Promise<Surveyed> {
  const all = loadEnvironments(roots.project, options.texts);
  const groups = groupsOf(selectEnvironments(all, options.selection));
  const surveyed: Surveyed[] = [];
  const sources: PinnedSource[] = [];
  const end = async () => {
    for (const one of surveyed) await one.end();
    for (const source of sources) source.remove();
  };
  try {
    for (const group of groups) {
      const part = await surveyGroup(roots, options, group, {
        surveySource,
        sources,
        isLast: surveyed.length === 0 && group === groups.at(-1),
      });
      if (part !== undefined) surveyed.push(part);
    }
    return joined(roots, surveyed, all, end);
  } catch (error) {
    await end();
    throw error;
  }
}

function groupsOf(selected: readonly Environment[]): readonly Group[] {
  const commits = [...new Set(selected.map(({ release }) => release.source))];
  const groups = commits.map((commit) => ({
    environments: selected.filter(({ release }) => release.source === commit),
    ...(commit !== undefined && { commit }),
  }));
  return [
    ...groups.filter(({ commit }) => commit === undefined),
    ...groups.filter(({ commit }) => commit !== undefined),
  ];
}

interface GroupContext {
  readonly surveySource: SurveySource;
  /** Takes what has to be removed later. */
  readonly sources: PinnedSource[];
  /** Whether nobody else renders anything. */
  readonly isLast: boolean;
}

async function surveyGroup(
  roots: Roots,
  options: RunOptions,
  { commit, environments }: Group,
  { surveySource, sources, isLast }: GroupContext,
): Promise<Surveyed | undefined> {
  const selection = { environments: environments.map(({ name }) => name), tiers: [], apps: options.selection.apps };
  if (commit === undefined) return surveySource(roots, { ...options, selection });
  const source = requireSource(roots, commit, environments);
  sources.push(source);
  const pinned: Roots = { ...roots, project: source.folder, settings: roots.project };
  try {
    // Its types were checked before it was merged.
    return await surveySource(pinned, { ...options, selection, typeCheck: false });
  } catch (error) {
    if (!isToolError(error) || error.code === 'DEFECT') throw error;
    // An app that is named may be younger than the revision.
    if (error.code === 'ARGUMENTS' && !isLast) return undefined;
    throw atRevision(error, commit, environments);
  }
}

/** Lines of a revision are not those of the files that lie here. */
function atRevision(error: ToolError, commit: string, environments: readonly Environment[]): ToolError {
  const names = environments.map(({ name }) => name).join(', ');
  const problems = error.problems.map((problem) => ({
    ...problem,
    message: `${problem.message} The source of ${names} is held at ${shortCommit(commit)}.`,
  }));
  return new ToolError(error.code, problems, { cause: error });
}

export function requireSource(roots: Roots, commit: string, environments: readonly Environment[]): PinnedSource {
  const known = commitOf(roots.project, commit);
  const place = placeOfPins(roots);
  const found = 'commit' in known ? pinnedSource(place, commit) : undefined;
  if (found !== undefined && 'folder' in found) return found;
  const unknown =
    'reason' in known
      ? { message: `there is no commit ${shortCommit(commit)}: ${known.reason}.`, fix: known.fix }
      : found;
  if (unknown === undefined) throw new ToolError('DEFECT', [{ message: `the source of ${commit} is lost.` }]);
  const { message, fix } = unknown;
  const problems = environments.flatMap(({ name }) =>
    releaseProblems(roots.project, name, [{ path: ['source'], message, fix: fix.replace('ENV', name) }]),
  );
  throw new ToolError('SETTINGS', problems);
}

export function placeOfPins({ project, out, cache }: Roots): PinnedPlace {
  const folder = relative(project, out).replaceAll('\\', '/');
  return { project, out: folder, ...(cache !== undefined && { cache }) };
}

/** How far each of them is behind. */
export function pinsOf(root: string, environments: readonly Environment[]): readonly Pin[] {
  return environments.flatMap(({ name, release: { source: commit } }) =>
    commit === undefined
      ? []
      : [{ environment: name, commit, ...commitsBehind(root, commit, ['apps', 'charts', ...LOCK_FILES]) }],
  );
}

/** One survey of all, whose project is that of the source which lies here, or else the first. */
function joined(
  roots: Roots,
  parts: readonly Surveyed[],
  all: readonly Environment[],
  end: () => Promise<void>,
): Surveyed {
  const [first] = parts;
  if (first === undefined) throw new ToolError('DEFECT', [{ message: 'no environment was rendered.' }]);
  const place = new Map(all.map(({ name }, index) => [name, index]));
  const placeOf = ({ environment }: { readonly environment: string }) => place.get(environment) ?? 0;
  const results = parts.flatMap((part) => part.results).sort((a, b) => placeOf(a) - placeOf(b));
  const names = new Set(results.map(({ environment }) => environment));
  const selected = all.filter(({ name }) => names.has(name));
  const project = { ...first.project, roots, selected };
  requireOwnNames(
    project,
    results.flatMap((result) => result.delivered),
  );
  return {
    project,
    results,
    holders: parts.flatMap((part) => part.holders),
    end,
    pins: pinsOf(roots.project, selected),
  };
}
