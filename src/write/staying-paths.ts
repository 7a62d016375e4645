import { appFolderOf, parseOutputPath } from '../knowledge/argocd/parse-output-path';
import type { JsonValue } from '../model/json';
import { stayingOf } from '../model/staying';

/**
 * Of paths that are no longer rendered, those whose objects Argo CD leaves on the cluster.
 * @param after all paths that are rendered now
 */
export function stayingPaths(
  gone: readonly string[],
  after: readonly string[],
  objectAt: (path: string) => JsonValue | undefined,
): ReadonlySet<string> {
  const apps = new Set(after.map(appFolderOf));
  const lookAt = (path: string) => {
    const { kind = '', namespace, name } = parseOutputPath(path) ?? {};
    return { app: appFolderOf(path), kind, namespace, name, committed: objectAt(path) };
  };
  return stayingOf(gone, lookAt, (app) => apps.has(app));
}
