import { ARGOCD_APP, kindInPath } from '../knowledge/argocd/output-paths';
import { parseOutputPath, placeOf } from '../knowledge/argocd/parse-output-path';
import type { Problem } from '../model/errors';
import { type JsonValue, listAt, textAt } from '../model/json';

const PROJECT = kindInPath('argoproj.io', 'AppProject');

/** Whether a project of an owner stands at a path of the output. */
export function isProject(path: string): boolean {
  return placeOf(path).app === ARGOCD_APP && parseOutputPath(path)?.kind === PROJECT;
}

/**
 * Projects that go while others keep Applications in them: those lie in namespaces that the owner declared, and neither
 * the apps nor the output say whether there are any.
 * @param gone paths that are not rendered any more
 */
export function lostProjects(
  gone: readonly string[],
  objectAt: (path: string) => JsonValue | undefined,
  isAllowed: (path: string) => boolean,
): readonly Problem[] {
  return gone.flatMap((path) => {
    if (!isProject(path) || isAllowed(path)) return [];
    const project = objectAt(path);
    const own = textAt(project, 'metadata', 'namespace');
    const others = listAt(project, 'spec', 'sourceNamespaces').filter((namespace) => namespace !== own);
    if (others.length === 0) return [];
    const name = parseOutputPath(path)?.name ?? path;
    return [
      {
        message: `${path} would be deleted from Argo CD, and its owner keeps Applications of its own in ${others.join(', ')} (\`applicationNamespaces\`). Those that name project ${name} can then neither sync nor clean up.`,
        fix: `declare the owner again, or let it move its Applications to another project first; if that is done: --allow-delete ${path.replace(/\.yaml$/, '')}`,
      },
    ];
  });
}
