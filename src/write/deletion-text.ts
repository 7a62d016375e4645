import { appFolderOf } from '../knowledge/argocd/parse-output-path';
import type { Problem } from '../model/errors';
import type { movedTo } from '../model/moved';
import { firstStep } from './move-steps';

type MovedPath = ReturnType<typeof movedTo>;

/** What goes away of one app. */
export interface Bulk {
  /** `prod/shop` */
  readonly app: string;
  readonly paths: readonly string[];
  /** Objects of the app, before. */
  readonly all: number;
  /** Objects that are new in it. */
  readonly added: number;
}

/** From so many apps on that go as a whole there is one cause, such as a folder of apps that was not checked out. */
const MANY_APPS = 3;

/** A block for each app; apps that go as a whole, and nowhere else, are one block where there are many. */
export function bulkProblems(bulks: readonly Bulk[], movedPath: MovedPath): readonly Problem[] {
  const isGone = ({ paths, all, added }: Bulk) =>
    paths.length === all && added === 0 && !paths.some((path) => movedPath(path) !== undefined);
  const gone = bulks.filter(isGone);
  if (gone.length < MANY_APPS) return bulks.map((one) => bulk(one, movedPath));
  return [together(gone), ...bulks.filter((one) => !isGone(one)).map((one) => bulk(one, movedPath))];
}

function together(gone: readonly Bulk[]): Problem {
  const environments = new Map<string, string[]>();
  for (const { app, all } of gone) {
    const [environment = '', name = ''] = app.split('/');
    environments.set(environment, [...(environments.get(environment) ?? []), `${name} (${all})`]);
  }
  const list = [...environments].map(([environment, apps]) => `\n  ${environment}: ${apps.join(', ')}`).join('');
  const objects = gone.reduce((sum, { all }) => sum + all, 0);
  return {
    message: `all objects of ${gone.length} apps would be deleted from the cluster, ${objects} together:${list}`,
    fix: `look first whether apps/ holds what it should; if all of that is meant: --allow-delete ${gone.map(({ app }) => app).join(' ')}`,
  };
}

function bulk({ app, paths, all, added }: Bulk, movedPath: MovedPath): Problem {
  const what =
    paths.length === all ? `all ${all} objects of ${app}` : `${paths.length} of the ${all} objects of ${app}`;
  const others = added === 0 ? '' : `, and ${added} other${added === 1 ? '' : 's'} created`;
  const list = paths
    .slice(0, 5)
    .map((path) => `\n  ${path}`)
    .join('');
  const more = paths.length > 5 ? `\n  … and ${paths.length - 5} more` : '';
  return {
    message: `${what} would be deleted from the cluster${others}:${list}${more}${movedTogether(paths, movedPath)}`,
    fix: `if that is meant: --allow-delete ${app}`,
  };
}

/** The same object in another app: Argo CD deletes it here and creates it there. */
export function moved(to: string | undefined): string {
  return to === undefined
    ? ''
    : `\nIt is rendered as ${to} now: Argo CD would delete it and create it again. ${firstStep('it')}`;
}

/** An app that was renamed, or gave objects to another: each is told once, with the app it went to. */
function movedTogether(paths: readonly string[], movedPath: MovedPath): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const to = movedPath(path);
    if (to !== undefined) counts.set(appFolderOf(to), (counts.get(appFolderOf(to)) ?? 0) + 1);
  }
  const told = [...counts]
    .map(([app, count]) => {
      const which = count === paths.length ? 'All of them are' : `${count} of them are`;
      return `\n${which} rendered in ${app} now: Argo CD would delete them and create them again.`;
    })
    .join('');
  return told === '' ? '' : `${told}\n${firstStep('them')}`;
}
