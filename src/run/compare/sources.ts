import type { PinnedSource } from '../../load/pinned-source';
import type { Environment } from '../../model/environment';
import { loadProject } from '../survey/load-project';
import type { Project } from '../survey/project';
import type { Roots } from '../survey/run-options';
import { requireSource } from '../survey/survey-pinned';

/** The apps as each of two environments is rendered from. */
export interface Sources {
  readonly first: Project;
  readonly second: Project;
  readonly remove: () => void;
}

/** Loads the apps of the revision that each environment names; once, where that is the same. */
export async function loadSources(
  roots: Roots,
  first: Environment,
  second: Environment,
  options: { readonly stock: boolean },
): Promise<Sources> {
  const pinned: PinnedSource[] = [];
  const remove = () => {
    for (const source of pinned) source.remove();
  };
  const load = (environment: Environment, both: readonly Environment[]) => {
    const selection = { environments: both.map(({ name }) => name), tiers: [], apps: [] };
    const commit = environment.release.source;
    if (commit === undefined) return loadProject(roots, selection, options);
    const source = requireSource(roots, commit, [environment]);
    pinned.push(source);
    return loadProject({ ...roots, project: source.folder, settings: roots.project }, selection, options);
  };
  try {
    if (first.release.source === second.release.source) {
      const project = await load(second, [first, second]);
      return { first: project, second: project, remove };
    }
    return { first: await load(first, [first]), second: await load(second, [second]), remove };
  } catch (error) {
    remove();
    throw error;
  }
}
