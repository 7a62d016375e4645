import { SYNC_OPTIONS, TRACKING_ID } from '../knowledge/argocd/annotations';
import { appFolderOf, parseOutputPath } from '../knowledge/argocd/parse-output-path';
import { type JsonValue, textAt } from '../model/json';
import type { MovedPath } from '../model/moved';

/** Makes Argo CD leave an object alone when it leaves its app, and when its app goes. */
const KEEPING = ['Prune=false', 'Delete=false'] as const;

/**
 * Whether an object that another app renders now stays on the cluster, by what was committed of it: Argo CD reads these
 * options from the object on the cluster.
 * @param appStays whether its app still renders something; a whole app goes with its Application, which deletes
 */
export function staysWhenMoved(committed: JsonValue | undefined, appStays: boolean): boolean {
  const options = (textAt(committed, 'metadata', 'annotations', SYNC_OPTIONS) ?? '')
    .split(',')
    .map((one) => one.trim());
  return KEEPING.every((option) => options.includes(option) || (appStays && option === 'Delete=false'));
}

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
