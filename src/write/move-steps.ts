import { SYNC_OPTIONS, TRACKING_ID } from '../knowledge/argocd/annotations';
import { appFolderOf, parseOutputPath } from '../knowledge/argocd/parse-output-path';
import type { MovedPath } from '../model/moved';
import { KEEPING } from '../model/staying';

/** The first step, said wherever objects would be deleted because they moved. */
export function firstStep(what: 'it' | 'them'): string {
  const was = what === 'it' ? 'it was' : 'they were';
  return `To keep ${what} on the cluster, take two steps: render ${what} once more where ${was}, with the annotation ${SYNC_OPTIONS}: ${KEEPING.join(',')}, and let Argo CD sync that; then move ${what}.`;
}

/** The second step: for each object that moved and stays, what hands it over. */
export function handOverNotes(
  moves: readonly MovedPath[],
  moduleOf: (app: string) => string | undefined,
): readonly string[] {
  return moves.map(({ from, to }) => {
    const { kind = '', namespace, name = '<name>' } = parseOutputPath(from) ?? {};
    const folder = namespace === undefined ? '' : ` --namespace ${namespace}`;
    const [, app = ''] = appFolderOf(to).split('/');
    const module = moduleOf(app);
    return `moved: ${from} is rendered by ${module ?? app} now, and stays on the cluster, since Prune=false was committed. When Argo CD has read this commit, hand it over: kubectl annotate ${kind} ${name}${folder} ${TRACKING_ID}-`;
  });
}
