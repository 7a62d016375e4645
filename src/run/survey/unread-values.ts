import { settingsProblemsAt } from '../../load/settings/environment-problems';
import type { Problem } from '../../model/errors';
import { entryKey, entryOf } from '../../model/release-reads';
import { didYouMean } from '../../model/suggest';
import type { EnvironmentResult } from './environment-job';
import type { Project } from './project';

/**
 * A value that no app asks for, in any environment: an app that asks for another name takes it for absent. Values are
 * nobody's in particular, so nothing is known while an app is left out everywhere, nor of what other environments have.
 */
export function unreadValues(
  { apps, environments, roots, selected }: Pick<Project, 'apps' | 'environments' | 'roots' | 'selected'>,
  results: readonly Pick<EnvironmentResult, 'environment' | 'skipped'>[],
  read: ReadonlySet<string>,
): readonly Problem[] {
  const isLeftOut = (name: string) => results.every(({ skipped }) => skipped.some(({ app }) => app === name));
  if (apps.names.some(isLeftOut)) return [];
  const elsewhere = environments.filter(({ name }) => results.every(({ environment }) => environment !== name));
  const unknown = new Set(elsewhere.flatMap(({ values }) => Object.keys(values)));
  const asked = [...read].map(entryOf).flatMap(([list, name = '']) => (list === 'values' ? [name] : []));
  const found = new Map<string, Problem>();
  for (const { name: environment, values } of selected) {
    const names = Object.keys(values).filter((name) => !unknown.has(name) && !read.has(entryKey(['values', name])));
    const problems = names.map((name) => ({ path: ['values', name], ...unread(name, asked) }));
    // What several inherit is written once.
    for (const problem of settingsProblemsAt(roots.settings ?? roots.project, environment, problems))
      found.set(JSON.stringify(problem), problem);
  }
  return [...found.values()];
}

function unread(name: string, asked: readonly string[]) {
  const message = `no app reads the value "${name}": an app that asks for another name takes it for absent.${didYouMean(name, asked)}`;
  return { message, fix: 'write the name that an app asks for, or delete the value.' };
}
