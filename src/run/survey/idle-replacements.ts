import { appFolderOf } from '../../knowledge/argocd/parse-output-path';
import { suggest } from '../../model/suggest';
import { allows } from '../../write/deletion-brake';

/**
 * What is said of ids behind `--allow-replace` that allowed nothing: each is a slip, or was left from an earlier run and
 * would allow the next one.
 * @param replaced paths of objects whose changes are refused, and which somebody decided to replace
 * @param rendered all paths that are rendered
 */
export function idleReplacements(
  ids: readonly string[],
  replaced: readonly string[],
  rendered: readonly string[],
): readonly string[] {
  return ids
    .filter((id) => !replaced.some((path) => allows(id, path)))
    .map((id) => {
      if (rendered.some((path) => allows(id, path)))
        return `--allow-replace ${id}: the API server refuses no change of it; leave it out.`;
      const names = new Set(rendered.flatMap((path) => [appFolderOf(path), path.replace(/\.yaml$/, '')]));
      const nearest = suggest(id, [...names]);
      const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
      return `--allow-replace ${id}: there is nothing of that name; an app is prod/shop, an object its path in the output without .yaml.${hint}`;
    });
}
