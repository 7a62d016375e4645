import { releaseProblems } from '../../load/settings/release-file';
import type { Environment } from '../../model/environment';
import { ToolError } from '../../model/errors';
import type { Release } from '../../model/release';
import { entryKey, entryOf, releaseEntries } from '../../model/release-reads';
import { didYouMean } from '../../model/suggest';
import type { EnvironmentResult } from './environment-job';
import type { Project } from './project';
import { unreadValues } from './unread-values';

type Rendered = Pick<EnvironmentResult, 'environment' | 'skipped' | 'releaseReads'>;
type Entry = readonly string[];

/**
 * An entry of `release.yaml`, or of the settings' `values`, that no app asks for, in any environment, is a name that
 * somebody mistyped or left behind: whatever is promoted there never runs. A run of some apps cannot know, and neither can one of some environments about
 * names that the others have too.
 * @throws ToolError SETTINGS with each entry at its line
 */
export function requireReadEntries(
  project: Pick<Project, 'apps' | 'environments' | 'selected' | 'partial' | 'roots'>,
  results: readonly Rendered[],
): void {
  // Modules that load environments themselves read what no rendering sees.
  if (project.partial || project.apps.packages.includes('cdk8s-eks/environments')) return;
  const read = new Set(results.flatMap((result) => result.releaseReads));
  const elsewhere = project.environments.filter(({ name }) => results.every((one) => one.environment !== name));
  const unknown = new Set(elsewhere.flatMap(({ release }) => entriesOf(release).map(entryKey)));
  const isUnread = (entry: Entry) => !read.has(entryKey(entry)) && !unknown.has(entryKey(entry));
  const { names } = project.apps;
  const problems = results.flatMap(({ environment, skipped }) => {
    const found = project.selected.find(({ name }) => name === environment);
    if (found === undefined) return [];
    const entries = unreadEntries(found, new Set(skipped.map(({ app }) => app)), names, isUnread);
    return releaseProblems(
      project.roots.settings ?? project.roots.project,
      environment,
      entries.map((entry) => unread(entry, names, read)),
    );
  });
  const all = [...problems, ...unreadValues(project, results, read)];
  if (all.length > 0) throw new ToolError('SETTINGS', all);
}

/** An app that nobody knows is one entry; an app that is left out of the environment reads nothing there. */
function unreadEntries(
  { release }: Environment,
  skipped: ReadonlySet<string>,
  names: readonly string[],
  isUnread: (entry: Entry) => boolean,
): readonly Entry[] {
  return Object.entries(release.apps).flatMap(([app, released]) => {
    if (skipped.has(app)) return [];
    const entries = releaseEntries(app, released);
    const wrong = entries.filter(isUnread);
    return !names.includes(app) && wrong.length === entries.length ? [['apps', app]] : wrong;
  });
}

function entriesOf({ apps }: Release): readonly Entry[] {
  return Object.entries(apps).flatMap(([app, released]) => releaseEntries(app, released));
}

const NEVER = 'whatever is promoted there never reaches the cluster.';

function unread(path: Entry, names: readonly string[], read: ReadonlySet<string>) {
  const [, app = '', list, name = ''] = path;
  if (list === undefined) {
    const message = `there is no app "${app}": ${NEVER}${didYouMean(app, names)}`;
    return { path, message, fix: 'write the name of an app, or delete the entry.' };
  }
  const what = list === 'images' ? 'image' : 'flag';
  const asked = [...read].map(entryOf).flatMap(([, of, where, one]) => (of === app && where === list && one) || []);
  const message = `no app reads the ${what} "${name}": ${NEVER}${didYouMean(name, asked)}`;
  return { path, message, fix: `write the name that the app asks for, or delete the ${what}.` };
}
